import { Button, Select, TagsInput } from '@mantine/core'
import { IconCheck, IconHeadset, IconTrash } from '@tabler/icons-react'
import type { Scenario } from '@/compiler/language/policy'
import { useEditor, useEditorStore } from '../../document/store'
import { TextField } from '../fields/text-field'
import { ListTools } from '../inspector/list-tools'
import { useHandbook } from '../use-handbook'
import { tierTitle } from '../words/titles'
import { expectWords, resultWords } from './expect-words'
import { expectationOf } from './expectation'
import type { Played } from './plays'
import { ScenarioFacts } from './scenario-facts'
import classes from './scenarios.module.css'

interface ScenarioEditorProps {
  index: number
  scenario: Scenario
  played: Played | null
  onRemoved: () => void
}

/** One case: who has it, what is so, what has to come out, and what comes out now. */
export function ScenarioEditor({ index, scenario, played, onRemoved }: ScenarioEditorProps) {
  const store = useEditorStore()
  const handbook = useHandbook()
  const readOnly = useEditor(state => state.readOnly)
  const edit = (title: string, recipe: (draft: Scenario) => void, field?: string) =>
    store.getState().edit(
      title,
      draft => {
        const found = draft.scenarios?.[index]
        if (found) recipe(found)
      },
      field === undefined ? undefined : { merge: `scenario:${index}:${field}` },
    )
  const keep = played && expectationOf(played.result, played.asked)
  const lines = expectWords(scenario.expect, handbook)

  return (
    <div className={classes.editor}>
      <div className={classes.columns}>
        <div className={classes.column}>
          <TextField
            long
            label="Case"
            value={scenario.title}
            onChange={title =>
              edit(
                'Rename scenario',
                draft => {
                  draft.title = title ?? ''
                },
                'title',
              )
            }
          />
          <Select
            label="Decided by"
            data={handbook.tiers.map(tier => ({ value: tier.id, label: tierTitle(tier.id, handbook) }))}
            value={scenario.tier}
            allowDeselect={false}
            readOnly={readOnly}
            onChange={tier =>
              edit('Change tier', draft => {
                draft.tier = tier ?? draft.tier
              })
            }
          />
        </div>
        <div className={classes.column}>
          <span className={classes.label}>What is so</span>
          <ScenarioFacts
            facts={scenario.facts}
            onChange={(facts, field) =>
              edit(
                'Change the case',
                draft => {
                  draft.facts = facts
                },
                `facts.${field}`,
              )
            }
          />
        </div>
        <div className={classes.column}>
          <span className={classes.label}>What has to come out</span>
          {lines.length === 0 && <p className={classes.quiet}>Nothing is compared yet.</p>}
          {lines.length > 0 && (
            <dl className={classes.expect}>
              {lines.map(({ part, label, words }) => (
                <div key={part}>
                  <dt>{label}</dt>
                  <dd>
                    <span>{words}</span>
                    <ListTools
                      label={`“${label}” from what is compared`}
                      onRemove={() =>
                        edit('Compare less', draft => {
                          delete draft.expect[part]
                        })
                      }
                    />
                  </dd>
                </div>
              ))}
            </dl>
          )}
          <TagsInput
            label="Words that have to be said"
            placeholder={scenario.expect.says?.length ? undefined : 'Part of a sentence, then Enter'}
            splitChars={[]}
            acceptValueOnBlur
            readOnly={readOnly}
            value={scenario.expect.says ?? []}
            onChange={says =>
              edit('Change the words expected', draft => {
                if (says.length > 0) draft.expect.says = says
                else delete draft.expect.says
              })
            }
          />
        </div>
        <div className={classes.column}>
          <span className={classes.label}>What comes out now</span>
          {played ? (
            <p className={classes.now}>{resultWords(played.result, handbook)}</p>
          ) : (
            <p className={classes.quiet}>The chart cannot be followed until its errors are mended.</p>
          )}
          {played && !played.passed && (
            <ul className={classes.problems}>
              {played.problems.map(problem => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          )}
          <div className={classes.buttons}>
            {played && (
              <Button
                variant="default"
                size="compact-sm"
                leftSection={<IconHeadset size={14} />}
                onClick={() => {
                  store.getState().setCall({ tier: scenario.tier, moves: [{ told: scenario.facts }] })
                  store.getState().showPanel('try')
                }}
              >
                Try this call
              </Button>
            )}
            {!readOnly && (
              <>
                <Button
                  variant="default"
                  size="compact-sm"
                  leftSection={<IconCheck size={14} />}
                  disabled={!keep}
                  onClick={() =>
                    keep &&
                    edit('Keep what comes out now', draft => {
                      const { says } = draft.expect
                      draft.expect = { ...keep, ...(says && { says }) }
                    })
                  }
                >
                  Keep what comes out now
                </Button>
                <Button
                  variant="subtle"
                  color="err"
                  size="compact-sm"
                  leftSection={<IconTrash size={14} />}
                  onClick={() => {
                    store.getState().edit('Remove scenario', draft => {
                      draft.scenarios?.splice(index, 1)
                      if (draft.scenarios?.length === 0) delete draft.scenarios
                    })
                    onRemoved()
                  }}
                >
                  Remove
                </Button>
              </>
            )}
          </div>
        </div>
      </div>
    </div>
  )
}
