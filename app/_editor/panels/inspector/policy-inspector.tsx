import { Button, Select } from '@mantine/core'
import { IconFileDescription } from '@tabler/icons-react'
import { useEditor, useEditorStore } from '../../document/store'
import { TextField } from '../fields/text-field'
import { useHandbook } from '../use-handbook'
import classes from './inspector.module.css'
import { setField } from './use-node-edit'

const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

/** With nothing selected: the policy itself, and where to begin. */
export function PolicyInspector() {
  const store = useEditorStore()
  const document = useEditor(state => state.document)
  const readOnly = useEditor(state => state.readOnly)
  const { tiers, facts, actions } = useHandbook()
  const steps = document.chart.nodes.filter(node => node.kind !== 'note').length
  const clock = Object.values(facts).some(fact => fact.source === 'clock')
  const zones = timeZones()
  const { timeZone } = document
  return (
    <div className={classes.root}>
      <div>
        <div className={classes.eyebrow}>
          <IconFileDescription size={15} stroke={1.7} />
          <span>Policy</span>
        </div>
        <h2 className={classes.heading}>{document.title || document.name}</h2>
      </div>
      <TextField
        label="Title"
        placeholder={document.name}
        value={document.title}
        onChange={title =>
          store.getState().edit('Change the policy’s title', draft => setField(draft, 'title', title), {
            merge: 'policy:title',
          })
        }
      />
      <Select
        label="Time zone"
        description="Whose clock tells the time of a call."
        placeholder="Pick a time zone"
        searchable
        clearable
        limit={80}
        readOnly={readOnly}
        data={timeZone && !zones.includes(timeZone) ? [timeZone, ...zones] : zones}
        value={timeZone ?? null}
        error={!timeZone && clock ? 'A fact comes from the clock: it needs a time zone.' : undefined}
        nothingFoundMessage="No such time zone"
        filter={({ options, search, limit }) => {
          const words = search.toLowerCase().replaceAll(' ', '_')
          return options
            .filter(each => 'value' in each && each.value.toLowerCase().includes(words))
            .slice(0, limit)
        }}
        onChange={zone =>
          store
            .getState()
            .edit('Change the time zone', draft => setField(draft, 'timeZone', zone ?? undefined))
        }
      />
      <dl className={classes.facts}>
        <dt>On the chart</dt>
        <dd>{plural(steps, 'step')}</dd>
        <dt>In the handbook</dt>
        <dd>
          {plural(tiers.length, 'tier')}, {plural(Object.keys(facts).length, 'fact')},{' '}
          {plural(Object.keys(actions).length, 'action')}
        </dd>
        <dt>Scenarios</dt>
        <dd>{document.scenarios?.length ?? 0}</dd>
      </dl>
      <div className={classes.foot}>
        <Button variant="default" size="compact-sm" onClick={() => store.getState().showPanel('handbook')}>
          Handbook
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => store.getState().showBottom('scenarios')}>
          Scenarios
        </Button>
      </div>
      {!readOnly && (
        <div className={classes.hint}>
          <p>Pick a node or an answer on the chart to change what it says.</p>
          <p>
            Drag a kind of node from the palette, or press its letter. Draw from an answer’s dot to where it
            leads.
          </p>
          <p>
            <kbd>Ctrl</kbd> <kbd>K</kbd> finds every command, <kbd>?</kbd> lists the keys.
          </p>
        </div>
      )}
    </div>
  )
}

let zonesOnce: string[] | undefined
/** Every zone that the browser knows; UTC with them, which it does not list. */
function timeZones(): string[] {
  zonesOnce ??= [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])]
  return zonesOnce
}
