'use client'

import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { CommandButton } from '../commands/command-button'
import { COMMANDS } from '../commands/registry'
import { followable } from '../document/followable'
import { BOTTOMS } from '../document/state'
import { type Bottom, type EditorState, useEditor, useEditorStore } from '../document/store'
import { Findings } from '../panels/findings'
import { Scenarios } from '../panels/scenarios'
import { Tables } from '../panels/tables'
import classes from './editor.module.css'
import { useHeight } from './use-height'

const PANELS = { findings: Findings, scenarios: Scenarios, tables: Tables } as const satisfies Record<
  Bottom,
  () => ReactNode
>

const LABELS = {
  findings: FindingsLabel,
  scenarios: ScenariosLabel,
  tables: TablesLabel,
} as const satisfies Record<Bottom, () => ReactNode>

/** What the checks say, the scenarios and the tables, below the chart. */
export function BottomPanel() {
  const store = useEditorStore()
  const open = useEditor(state => state.bottomOpen)
  const bottom = useEditor(state => state.bottom)
  const { height, grip } = useHeight(bottom)
  const tabs = useRef<HTMLDivElement>(null)
  const Panel = PANELS[bottom]

  const walk = (event: React.KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    const next = BOTTOMS[(BOTTOMS.indexOf(bottom) + by + BOTTOMS.length) % BOTTOMS.length]!
    store.getState().showBottom(next)
    tabs.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus()
  }

  return (
    <section
      className={classes.bottom}
      data-tour-part="findings"
      data-closed={!open || undefined}
      style={open ? { height } : undefined}
      aria-label="Findings, scenarios and tables"
    >
      {open && <div className={classes.resize} {...grip} />}
      <div className={classes.tabs}>
        <div ref={tabs} role="tablist" style={{ display: 'flex' }} onKeyDown={walk}>
          {BOTTOMS.map(name => {
            const Label = LABELS[name]
            return (
              <UnstyledButton
                key={name}
                role="tab"
                data-tab={name}
                id={`tab-${name}`}
                aria-selected={name === bottom}
                aria-controls="bottom-panel"
                tabIndex={name === bottom ? 0 : -1}
                className={classes.tab}
                onClick={() => store.getState().showBottom(name)}
              >
                <Label />
              </UnstyledButton>
            )
          })}
        </div>
        <span className={classes.spring} />
        <CommandButton command={COMMANDS.toggleBottom} className={classes.icon}>
          {open ? <IconChevronDown size={16} stroke={1.7} /> : <IconChevronUp size={16} stroke={1.7} />}
        </CommandButton>
      </div>
      {open && (
        <div id="bottom-panel" role="tabpanel" aria-labelledby={`tab-${bottom}`} className={classes.body}>
          <Panel />
        </div>
      )}
    </section>
  )
}

const errorsOf = (state: EditorState) => state.findings.filter(finding => finding.severity === 'error').length

function FindingsLabel() {
  const count = useEditor(state => state.findings.length)
  const errors = useEditor(errorsOf)
  return (
    <>
      Findings
      {count > 0 && (
        <span className={classes.count} data-severity={errors > 0 ? 'error' : 'warning'}>
          {count}
        </span>
      )}
    </>
  )
}

function ScenariosLabel() {
  const all = useEditor(state => state.document.scenarios?.length ?? 0)
  const played = useEditor(state => followable(state) !== null)
  const failed = useEditor(
    state =>
      new Set(
        state.findings
          .filter(finding => finding.code === 'scenario')
          .map(finding => finding.path?.[1] ?? finding.message),
      ).size,
  )
  if (all === 0) return 'Scenarios'
  return played ? `Scenarios ${all - failed} of ${all} pass` : `Scenarios ${all}`
}

function TablesLabel() {
  const rows = useEditor(state => {
    const [first] = state.artifacts ? Object.values(state.artifacts) : []
    return first?.tables.reduce((sum, table) => sum + table.rows.length, 0)
  })
  const count = useEditor(state => (state.artifacts ? Object.keys(state.artifacts).length : 0))
  if (rows === undefined) return 'Tables'
  return count === 1 ? `Table ${rows} rows` : `Tables ${count} tiers`
}
