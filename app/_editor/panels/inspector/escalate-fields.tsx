import { SegmentedControl, Select } from '@mantine/core'
import type { NodeOf } from '@/compiler/language/kinds'
import { MODES } from '@/compiler/language/kinds/escalate'
import { toJson, toPoint } from '@/compiler/runtime/values'
import { useCommands } from '../../commands/commands-provider'
import { useEditor } from '../../document/store'
import { DurationInput } from '../fields/duration-input'
import { useHandbook } from '../use-handbook'
import { tierTitle } from '../words/titles'
import { changeTier } from './change-tier'
import { SayField } from './common-fields'
import classes from './inspector.module.css'
import { RequiresEditor } from './requires-editor'
import { setField, useNodeEdit } from './use-node-edit'
import { WaysOut } from './ways-out-field'

type Mode = (typeof MODES)[number]

const MODE_WORDS = {
  consult: { label: 'Ask', about: 'The customer holds while the agent asks for permission.' },
  transfer: { label: 'Transfer', about: 'The customer is handed over.' },
  callback: { label: 'Call back', about: 'The customer is called back within a time that is promised.' },
} as const satisfies Record<Mode, unknown>

/** An escalation: to whom, how, and what has to hold for it. */
export function EscalateFields({ node }: { node: NodeOf<'escalate'> }) {
  const handbook = useHandbook()
  const readOnly = useEditor(state => state.readOnly)
  const edit = useNodeEdit(node)
  const { context } = useCommands()
  const within = node.within === undefined ? undefined : toPoint('days and time duration', node.within)
  const data = handbook.tiers.map(tier => ({ value: tier.id, label: tierTitle(tier.id, handbook) }))
  if (node.to && !handbook.tiers.some(tier => tier.id === node.to))
    data.unshift({ value: node.to, label: `${node.to} (not in the handbook)` })

  const setMode = (mode: Mode) =>
    edit('Change the kind of escalation', draft => {
      draft.mode = mode
      if (mode !== 'callback') delete draft.within
      else draft.within ??= 'PT1H'
    })

  return (
    <>
      <Select
        label="To"
        placeholder="Pick a tier"
        data={data}
        value={node.to || null}
        allowDeselect={false}
        readOnly={readOnly}
        onChange={to => to && changeTier(context, node.id, to)}
      />
      <div>
        <div className={classes.label}>
          <span>How</span>
        </div>
        <SegmentedControl
          aria-label="How"
          fullWidth
          readOnly={readOnly}
          data={MODES.map(value => ({ value, label: MODE_WORDS[value].label }))}
          value={node.mode}
          onChange={value => setMode(value as Mode)}
        />
        <div className={classes.quiet} style={{ marginTop: 5 }}>
          {MODE_WORDS[node.mode].about}
        </div>
      </div>
      {node.mode === 'callback' && (
        <div>
          <DurationInput
            label="Within"
            start="hours"
            value={within as number | undefined}
            onChange={ms =>
              edit(
                'Change the time to call back',
                draft =>
                  setField(
                    draft,
                    'within',
                    ms === undefined || ms < 0 ? undefined : String(toJson('days and time duration', ms)),
                  ),
                'within',
              )
            }
          />
          {within === undefined && (
            <div className={classes.problem}>
              {node.within === undefined ? 'It has to say how soon.' : `“${node.within}” is not a duration.`}
            </div>
          )}
        </div>
      )}
      <SayField node={node} />
      <WaysOut node={node} label="What they do then" none="Nothing drawn: it is theirs to decide." />
      <RequiresEditor
        label="Only while"
        hint="It may be promised at any time."
        requires={node.requires}
        onChange={requires =>
          edit('Change what it requires', draft => setField(draft, 'requires', requires), 'requires')
        }
      />
    </>
  )
}
