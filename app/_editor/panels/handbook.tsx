'use client'

import { Tabs } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useEditor } from '../document/store'
import { Actions } from './handbook/actions'
import { Facts } from './handbook/facts'
import { Guardrails } from './handbook/guardrails'
import classes from './handbook/handbook.module.css'
import { SharedStrip } from './handbook/shared/shared-strip'
import { Tiers } from './handbook/tiers'
import { useHandbook } from './use-handbook'

const PARTS = ['actions', 'facts', 'tiers', 'guardrails'] as const
type Part = (typeof PARTS)[number]

const TITLES = {
  actions: 'Actions',
  facts: 'Facts',
  tiers: 'Tiers',
  guardrails: 'Guardrails',
} as const satisfies Record<Part, string>

const NOTHING: Record<Part, string | null> = { actions: null, facts: null, tiers: null, guardrails: null }

/** Who holds which authority, and what may be asked. */
export function Handbook() {
  const handbook = useHandbook()
  const kind = useEditor(state => state.kind)
  const revealed = useEditor(state => state.revealed)
  const [part, setPart] = useState<Part>('actions')
  const [picked, setPicked] = useState(NOTHING)

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when somebody asks again; an edit leads nobody back
  useEffect(() => {
    const [root, which, entry] = revealed?.path ?? []
    if (root !== 'handbook') return
    const found = PARTS.find(each => each === which)
    if (!found) return
    setPart(found)
    const id = found === 'guardrails' ? handbook.guardrails?.[Number(entry)]?.id : entry
    if (id !== undefined) setPicked({ ...NOTHING, [found]: String(id) })
  }, [revealed])

  const counts: Record<Part, number> = {
    actions: Object.keys(handbook.actions).length,
    facts: Object.keys(handbook.facts).length,
    tiers: handbook.tiers.length,
    guardrails: handbook.guardrails?.length ?? 0,
  }
  const props = (which: Part) => ({
    picked: picked[which],
    onPick: (id: string | null) => setPicked({ ...picked, [which]: id }),
  })

  return (
    <div className={classes.root}>
      {kind === 'policy' && <SharedStrip />}
      <Tabs value={part} onChange={to => setPart(to as Part)} className={classes.tabs} keepMounted={false}>
        <Tabs.List aria-label="Handbook">
          {PARTS.map(each => (
            <Tabs.Tab key={each} value={each}>
              {TITLES[each]} <span className={classes.count}>{counts[each]}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="actions" className={classes.panel}>
          <Actions {...props('actions')} />
        </Tabs.Panel>
        <Tabs.Panel value="facts" className={classes.panel}>
          <Facts {...props('facts')} />
        </Tabs.Panel>
        <Tabs.Panel value="tiers" className={classes.panel}>
          <Tiers />
        </Tabs.Panel>
        <Tabs.Panel value="guardrails" className={classes.panel}>
          <Guardrails {...props('guardrails')} />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
