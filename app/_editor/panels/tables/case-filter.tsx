import { ActionIcon, Button, Checkbox, Popover, Select } from '@mantine/core'
import { IconUserQuestion, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Scenario } from '@/compiler/language/policy'
import type { Artifact, ArtifactFact } from '@/compiler/runtime/artifact'
import { type JsonValue, toJson, toPoint } from '@/compiler/runtime/values'
import { literals } from '../condition/form'
import { firstValue } from '../fields/first-value'
import { FreeFields } from '../fields/use-read-only'
import { ValueInput } from '../fields/value-input'
import { BarButton } from './bar-button'
import classes from './tables.module.css'
import type { View } from './view'

interface CaseFilterProps {
  artifact: Artifact
  scenarios: readonly Scenario[]
  view: View
  onView: (change: Partial<View>) => void
}

/** Shows only the rows that may be those of a case: what is known of it, fact by fact, or a scenario. */
export function CaseFilter({ artifact, scenarios, view: { facts }, onView }: CaseFilterProps) {
  const [opened, setOpened] = useState(false)
  const known = Object.keys(facts).filter(id => id in artifact.facts)
  const set = (next: Record<string, JsonValue>) => onView({ facts: next })
  const title = (id: string) => artifact.facts[id]?.title || id
  const rest = Object.keys(artifact.facts).filter(id => !known.includes(id))
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={380}
      position="bottom-end"
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <BarButton
          leftSection={<IconUserQuestion size={15} stroke={1.7} />}
          data-on={known.length > 0 || undefined}
          onClick={() => setOpened(!opened)}
        >
          Case
        </BarButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="Rows of a case">
        <FreeFields value={true}>
          <div className={classes.case}>
            <p>Say what is known of a case: the rows that are left may still be its.</p>
            {known.map(id => (
              <KnownFact
                key={id}
                title={title(id)}
                fact={artifact.facts[id]!}
                value={facts[id] ?? null}
                onChange={value => set({ ...facts, [id]: value })}
                onRemove={() => set(Object.fromEntries(Object.entries(facts).filter(([key]) => key !== id)))}
              />
            ))}
            {rest.length > 0 && (
              <Select
                // Made anew for each fact, so that what was typed to find one is gone.
                key={rest.length}
                size="xs"
                aria-label="Add what is known"
                placeholder="Add what is known…"
                data={rest.map(id => ({ value: id, label: title(id) }))}
                searchable
                comboboxProps={{ withinPortal: false }}
                onChange={id => {
                  const fact = id === null ? undefined : artifact.facts[id]
                  if (id !== null && fact) set({ ...facts, [id]: firstValue(fact.type, fact.allowedValues) })
                }}
              />
            )}
            {scenarios.length > 0 && (
              <Select
                key={`scenario ${known.length}`}
                size="xs"
                aria-label="Take the facts of a scenario"
                placeholder="… or take those of a scenario"
                data={scenarios.map(({ title }, i) => ({
                  value: String(i),
                  label: title || `Scenario ${i + 1}`,
                }))}
                searchable
                comboboxProps={{ withinPortal: false }}
                onChange={index => index !== null && set(scenarios[Number(index)]?.facts ?? {})}
              />
            )}
            {known.length > 0 && (
              <Button variant="subtle" size="compact-sm" className={classes.clear} onClick={() => set({})}>
                Forget the case
              </Button>
            )}
          </div>
        </FreeFields>
      </Popover.Dropdown>
    </Popover>
  )
}

interface KnownFactProps {
  title: string
  fact: ArtifactFact
  value: JsonValue
  onChange: (value: JsonValue) => void
  onRemove: () => void
}

function KnownFact({ title, fact, value, onChange, onRemove }: KnownFactProps) {
  return (
    <div className={classes.known}>
      <span>{title}</span>
      <div>
        {value !== null && (
          <ValueInput
            quiet
            label={title}
            type={fact.type}
            choices={literals(fact.allowedValues, fact.type)}
            value={toPoint(fact.type, value)}
            onChange={point => point !== undefined && onChange(toJson(fact.type, point))}
          />
        )}
        {fact.mayBeUnknown && (
          <Checkbox
            size="xs"
            mt={4}
            label="nobody knows"
            aria-label={`${title}: nobody knows`}
            checked={value === null}
            onChange={event =>
              onChange(event.currentTarget.checked ? null : firstValue(fact.type, fact.allowedValues))
            }
          />
        )}
      </div>
      <ActionIcon variant="subtle" color="gray" size={24} aria-label={`Forget ${title}`} onClick={onRemove}>
        <IconX size={14} />
      </ActionIcon>
    </div>
  )
}
