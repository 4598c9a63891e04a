import { Button, Group, Switch } from '@mantine/core'
import { produce } from 'immer'
import { useMemo, useRef, useState } from 'react'
import type { PolicyDocument } from '@/compiler/language/policy'
import { sameJson } from '../../document/same-json'
import { useEditor, useEditorStore } from '../../document/store'
import { useWhatIf } from '../../document/use-what-if'
import { ConditionField } from '../condition/condition-field'
import { LockedFields } from '../fields/use-read-only'
import { useHandbook } from '../use-handbook'
import { actionTitle, tierTitle } from '../words/titles'
import { ForeseenNote } from './foreseen-note'
import { grantOf, grantWords } from './grants'
import classes from './handbook.module.css'
import { useIsOwn } from './use-entry-edit'

/** A tier's own limits by parameter; undefined where it has no grant of its own. */
type Grant = Record<string, string> | undefined

function withGrant(document: PolicyDocument, id: string, tier: string, grant: Grant) {
  return produce(document, draft => {
    setGrant(draft as PolicyDocument, id, tier, grant)
  })
}

function setGrant(draft: PolicyDocument, id: string, tier: string, grant: Grant) {
  const action = draft.handbook.actions?.[id]
  if (!action) return
  const grants = { ...action.grants }
  if (grant) grants[tier] = { ...grant }
  else delete grants[tier]
  if (Object.keys(grants).length > 0) action.grants = grants
  else delete action.grants
}

export interface GrantFormProps {
  action: string
  tier: string
  /** The tier's place in the handbook. */
  index: number
  /** Begins with the grant taken back. */
  takeBack: boolean
  /** Hands out what decides about the change when the form is left. */
  onReady: (end: { keep: () => void }) => void
  onClose: () => void
}

/** A grant while somebody changes it: nothing of the document changes until it is kept, and what would is foretold. */
export function GrantForm({ action: id, tier, index, takeBack, onReady, onClose }: GrantFormProps) {
  const store = useEditorStore()
  const handbook = useHandbook()
  const document = useEditor(state => state.document)
  const own = useIsOwn('actions', id)
  const readOnly = useEditor(state => state.readOnly) || !own
  const action = handbook.actions[id]!
  const now: Grant = action.grants?.[tier]
  const [grant, setShown] = useState<Grant>(takeBack ? undefined : now)
  // Two fields left at the same moment change it one after the other.
  const latest = useRef(grant)
  const set = (next: Grant) => {
    latest.current = next
    setShown(next)
  }
  const below = index > 0 ? grantOf(action, handbook.tiers, handbook.tiers[index - 1]!.id) : null
  const changed = !sameJson(grant ?? null, now ?? null)
  const would = useMemo(
    () => (changed ? withGrant(document, id, tier, grant) : null),
    [changed, document, id, tier, grant],
  )
  const foreseen = useWhatIf(store, would)

  const keep = () => {
    const next = latest.current
    if (readOnly || sameJson(next ?? null, now ?? null)) return
    const title = next ? (now ? 'Change limit' : 'Grant authority') : 'Take authority back'
    store.getState().edit(title, draft => setGrant(draft, id, tier, next))
  }
  onReady({ keep })

  const params = Object.entries(action.params ?? {})
  return (
    <LockedFields value={!own}>
      <div className={classes.stack}>
        <div>
          <div className={classes.strong}>{actionTitle(id, handbook)}</div>
          <div className={classes.id}>{tierTitle(tier, handbook)}</div>
        </div>
        <Switch
          size="xs"
          data-autofocus={params.length === 0 || !grant || undefined}
          label={below ? 'A limit of its own' : 'May do it'}
          description={
            grant
              ? undefined
              : below
                ? `As ${tierTitle(below.from, handbook)}: ${grantWords(action, below.limits)}`
                : 'It may not do it.'
          }
          checked={grant !== undefined}
          disabled={readOnly}
          // Authority only grows: a grant of its own begins with what the tier below has.
          onChange={event => set(event.currentTarget.checked ? { ...(now ?? below?.limits) } : undefined)}
        />
        {grant &&
          params.map(([name, param]) => (
            <ConditionField
              key={name}
              label={param.title || name}
              fact={param}
              text={grant[name]}
              onChange={test => {
                const { [name]: _, ...others } = latest.current ?? {}
                set(test === undefined ? others : { ...others, [name]: test })
              }}
            />
          ))}
        {grant && params.length === 0 && (
          <div className={classes.id}>The action has no parameters to limit.</div>
        )}
        <ForeseenNote foreseen={foreseen} />
        {changed && (
          <Group justify="flex-end" gap={8}>
            <Button variant="default" size="compact-sm" onClick={onClose}>
              Leave it as it was
            </Button>
            <Button
              size="compact-sm"
              onClick={() => {
                keep()
                onClose()
              }}
            >
              Keep
            </Button>
          </Group>
        )}
      </div>
    </LockedFields>
  )
}
