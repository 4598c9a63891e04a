'use client'

import { CloseButton, Kbd, UnstyledButton } from '@mantine/core'
import { memo } from 'react'
import { useCommands } from '../commands/commands-provider'
import { COMMANDS } from '../commands/registry'
import { handbookOf } from '../document/handbook-of'
import { type Healing, healable } from '../document/healing'
import { type EditorState, useEditor, useEditorStore } from '../document/store'
import { nodeTitle } from '../kinds'
import classes from './heal-offer.module.css'

function wordsOf(state: EditorState, { cuts, targets }: Healing): string {
  const handbook = handbookOf(state)
  const title = (id: string) => {
    const node = state.document.chart.nodes.find(node => node.id === id)
    return node ? `“${nodeTitle(node, handbook)}”` : id
  }
  const from = [...new Set(cuts.map(({ edge }) => edge.from))]
  const where = from.length === 1 ? title(from[0]!) : `${from.length} steps`
  const whither = targets.length === 1 ? title(targets[0]!) : `one of ${targets.length} steps`
  return `The path is cut. Shall ${where} lead on to ${whither}?`
}

/** After a step was deleted: the path that ran through it can be healed, if somebody wants that. */
export const HealOffer = memo(function HealOffer() {
  const store = useEditorStore()
  const { run } = useCommands()
  const broken = useEditor(healable)
  return (
    <div role="status" className={classes.place}>
      {broken && (
        <div className={classes.offer}>
          <span>{wordsOf(store.getState(), broken)}</span>
          <UnstyledButton className={classes.button} onClick={() => run(COMMANDS.healPath)}>
            Heal the path <Kbd size="xs">J</Kbd>
          </UnstyledButton>
          <CloseButton
            size="sm"
            aria-label="Leave the path cut"
            onClick={() => store.getState().setBroken(null)}
          />
        </div>
      )}
    </div>
  )
})
