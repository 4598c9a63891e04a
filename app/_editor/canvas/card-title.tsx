'use client'

import { useEffect, useRef, useState } from 'react'
import type { Node } from '@/compiler/language/kinds'
import { useCommands } from '../commands/commands-provider'
import { useEditorStore } from '../document/store'
import classes from './card.module.css'

interface CardTitleProps {
  node: Node
  /** What the card is called without a title of its own. */
  placeholder: string
}

/** A remark is its words; every other step is called by its title. */
const wordsOf = (node: Node) => (node.kind === 'note' ? node.text : (node.title ?? ''))

function setWords(node: Node, words: string) {
  if (node.kind === 'note') node.text = words
  else if (words === '') delete node.title
  else node.title = words
}

/** The title of a card, typed over in its place. Enter and leaving it keep what was typed, Escape does not. */
export function CardTitle({ node, placeholder }: CardTitleProps) {
  const store = useEditorStore()
  const { context } = useCommands()
  const field = useRef<HTMLTextAreaElement>(null)
  const [words, setTyped] = useState(() => wordsOf(node))
  const ended = useRef(false)
  const isNote = node.kind === 'note'

  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])

  const end = (keep: boolean, back: boolean) => {
    if (ended.current) return
    ended.current = true
    const said = isNote ? words.trim() : words.replace(/\s+/g, ' ').trim()
    const { edit, titleCard } = store.getState()
    if (keep && said !== wordsOf(node))
      edit(isNote ? 'Change the note' : 'Change title', draft => {
        const found = draft.chart.nodes.find(({ id }) => id === node.id)
        if (found) setWords(found, said)
      })
    titleCard(null)
    if (back) context.canvas.focus(node.id)
  }

  return (
    <textarea
      ref={field}
      // React Flow neither drags nor pans from here.
      className={`${classes.titling} nodrag nopan nowheel`}
      aria-label={isNote ? 'Words of the note' : 'Title of the card'}
      rows={1}
      placeholder={placeholder}
      value={words}
      onChange={event => setTyped(event.currentTarget.value)}
      onBlur={() => end(true, false)}
      onDoubleClick={event => event.stopPropagation()}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return
        event.stopPropagation()
        if (event.key === 'Escape') end(false, true)
        if (event.key === 'Enter' && !(isNote && event.shiftKey)) {
          event.preventDefault()
          end(true, true)
        }
        if (event.key === 'Tab') {
          event.preventDefault()
          end(true, true)
        }
      }}
    />
  )
}
