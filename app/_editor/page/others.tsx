'use client'

import { Avatar, Tooltip, UnstyledButton } from '@mantine/core'
import { initials } from '@/app/_shell/initials'
import { handbookOf } from '../document/handbook-of'
import type { Other } from '../document/presence'
import { useEditor, useEditorStore } from '../document/store'
import { nodeTitle } from '../kinds'
import classes from './others.module.css'

/** Who else has this draft open, and where; a click leads there. */
export function Others() {
  const others = useEditor(state => state.others)
  if (others.length === 0) return null
  return (
    <ul className={classes.others} aria-label="Also here">
      {others.map(other => (
        <li key={other.tab}>
          <Person other={other} />
        </li>
      ))}
    </ul>
  )
}

function Person({ other: { name, own, at } }: { other: Other }) {
  const store = useEditorStore()
  const where = useEditor(state => {
    const node = state.document.chart.nodes.find(({ id }) => at.includes(id))
    return node && nodeTitle(node, handbookOf(state))
  })
  const words = own
    ? `${where ? `You are at “${where}”` : 'You have this draft open'} in another tab, too`
    : `${name} ${where ? `is at “${where}”` : 'has this draft open, too'}`
  return (
    <Tooltip label={words}>
      <UnstyledButton
        aria-label={words}
        className={classes.person}
        onClick={() => at.length > 0 && store.getState().reveal({ nodes: at, edges: at })}
      >
        <Avatar size={26} radius="xl" color="accent" variant="light" name={name}>
          {initials(name)}
        </Avatar>
      </UnstyledButton>
    </Tooltip>
  )
}
