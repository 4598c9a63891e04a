import { Popover } from '@mantine/core'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { parseTest } from '@/compiler/language/tests/parse'
import { parsedTestWords } from '@/compiler/language/tests/words'
import { Problem } from '../condition/condition-text'
import { readCondition } from '../condition/read-condition'
import classes from './answer-table.module.css'
import type { CellContext } from './cells'
import type { Column } from './columns'
import { completed, matching, type Option } from './options'

/** Where the focus goes once a cell has been typed: to the row below, to the cell beside, nowhere. */
export type Leave = 'down' | 'up' | 'right' | 'left' | 'stay'

interface CellEditorProps {
  column: Column
  label: string
  /** What it begins with; `all` where typing replaces it. */
  text: string
  context: CellContext
  options: Option[]
  onCommit: (text: string, leave: Leave) => void
  onPick: (option: Option) => void
  onCancel: () => void
  /** Opens the form; none where there is none. */
  onForm?: () => void
}

/** What is typed means, or what is wrong with it. */
function reading(column: Column, typed: string, context: CellContext) {
  if (column.is === 'say') return { known: true }
  if (column.is === 'to') {
    const known = typed.trim() === '' || context.names.idOf(typed) !== undefined
    return { known, message: known ? undefined : `There is no step “${typed.trim()}”.` }
  }
  const { fact } = column
  if (!fact) return { known: true }
  const read = readCondition(typed, fact, context.timeZone)
  if (!read.ok) return { known: false, problem: read.problem }
  const parsed = parseTest(read.text ?? '-', fact.type)
  return {
    known: true,
    words: parsed.ok ? parsedTestWords(parsed.test, fact.type, context.timeZone) : undefined,
  }
}

/**
 * Typing in a cell. Below it stands what is understood, or where it is not, and what can be picked. Enter and Tab take
 * it, Escape brings back what was there. What has no meaning is taken too, and marked: nothing that was typed is lost.
 */
export function CellEditor({
  column,
  label,
  text,
  context,
  options,
  onCommit,
  onPick,
  onCancel,
  onForm,
}: CellEditorProps) {
  const [typed, setTyped] = useState(text)
  const [picked, setPicked] = useState<number | null>(null)
  const field = useRef<HTMLTextAreaElement | HTMLInputElement>(null)
  const done = useRef(false)
  const id = useId()
  const list = column.is === 'fact'
  const { known, words, message, problem } = reading(column, typed, context)
  // Nothing has been typed yet: all can be picked.
  const shown = matching(options, typed === text ? '' : typed, list)
  const own = typed !== text && !known && shown.length > 0 ? 0 : -1
  const at = picked === null ? own : Math.min(picked, shown.length - 1)

  useLayoutEffect(() => {
    const box = field.current?.getBoundingClientRect()
    const grid = field.current?.closest('[role=grid]')?.getBoundingClientRect()
    // In the last rows there is more room above.
    if (box && grid && box.bottom > grid.bottom) field.current?.setAttribute('data-up', '')
    field.current?.focus()
    const end = field.current?.value.length ?? 0
    field.current?.setSelectionRange(end, end)
  }, [])

  // A cell that is scrolled away, or whose row goes, keeps what was typed in it.
  const latest = useRef(() => {})
  useLayoutEffect(() => {
    latest.current = () => {
      if (!done.current && typed !== text) onCommit(typed, 'stay')
    }
  })
  useEffect(() => () => latest.current(), [])

  const finish = (run: () => void) => {
    if (done.current) return
    done.current = true
    run()
  }
  const take = (leave: Leave) =>
    finish(() => {
      const option = at >= 0 ? shown[at] : undefined
      if (option?.kind) onPick(option)
      else onCommit(option ? completed(typed, option, list) : typed, leave)
    })

  const onKeyDown = (event: React.KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const { key, shiftKey, altKey } = event
    if (key === 'Escape') {
      event.preventDefault()
      finish(onCancel)
    } else if (key === 'Enter' && altKey && column.is === 'say') {
      event.preventDefault()
      document.execCommand('insertText', false, '\n')
    } else if (key === 'Enter') {
      event.preventDefault()
      take(shiftKey ? 'up' : 'down')
    } else if (key === 'Tab') {
      event.preventDefault()
      take(shiftKey ? 'left' : 'right')
    } else if (key === 'ArrowDown' && altKey && onForm) {
      event.preventDefault()
      finish(() => {
        onCommit(typed, 'stay')
        onForm()
      })
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && shown.length > 0) {
      event.preventDefault()
      const step = key === 'ArrowDown' ? 1 : -1
      setPicked(Math.max(0, Math.min(shown.length - 1, (at < 0 && step < 0 ? 0 : at) + step)))
    }
  }

  useEffect(() => {
    if (at >= 0) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [at, id])

  const stop = (event: React.ClipboardEvent) => event.stopPropagation()
  const common = {
    className: classes.input,
    'aria-label': label,
    'aria-invalid': known || at >= 0 ? undefined : true,
    'aria-describedby': `${id}-reading`,
    spellCheck: column.is === 'say',
    autoComplete: 'off',
    value: typed,
    onChange: (event: { currentTarget: { value: string } }) => {
      setTyped(event.currentTarget.value)
      setPicked(null)
    },
    onKeyDown,
    onBlur: () => finish(() => onCommit(typed, 'stay')),
    // What is copied and pasted here is text, and no cells.
    onCopy: stop,
    onCut: stop,
    onPaste: stop,
  }

  return (
    <Popover
      opened
      position="bottom-start"
      offset={3}
      withRoles={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
      shadow="md"
    >
      <Popover.Target>
        {column.is === 'say' ? (
          <textarea ref={field as React.Ref<HTMLTextAreaElement>} rows={4} {...common} />
        ) : (
          <input
            ref={field as React.Ref<HTMLInputElement>}
            {...common}
            {...(options.length > 0 && {
              role: 'combobox',
              'aria-expanded': shown.length > 0,
              'aria-controls': `${id}-options`,
              'aria-autocomplete': 'list' as const,
              'aria-activedescendant': at >= 0 ? `${id}-${at}` : undefined,
            })}
          />
        )}
      </Popover.Target>
      <Popover.Dropdown className={classes.below} onMouseDown={event => event.preventDefault()}>
        {shown.length > 0 && (
          <div id={`${id}-options`} role="listbox" aria-label={label} className={classes.options}>
            {shown.map((option, i) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
              <div
                key={option.key}
                id={`${id}-${i}`}
                role="option"
                tabIndex={-1}
                aria-selected={i === at}
                className={classes.option}
                data-new={option.kind !== undefined || undefined}
                onClick={() =>
                  finish(() =>
                    option.kind ? onPick(option) : onCommit(completed(typed, option, list), 'stay'),
                  )
                }
              >
                {option.text}
              </div>
            ))}
          </div>
        )}
        <div id={`${id}-reading`} className={classes.reading} data-wrong={(!known && at < 0) || undefined}>
          {at >= 0 ? (
            `Enter takes “${shown[at]?.text}”.`
          ) : problem ? (
            <Problem text={typed} problem={problem} />
          ) : (
            (message ?? words ?? HINTS[column.is])
          )}
        </div>
        {onForm && (
          <button type="button" tabIndex={-1} className={classes.form} onClick={() => finish(onForm)}>
            Fill in a form <kbd>Alt ↓</kbd>
          </button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

const HINTS = {
  fact: 'A value, such as 25, or a range, such as “between 25 and 200”.',
  to: 'Part of a step’s title.',
  say: 'Every answer that leads to this step says these words. Alt Enter begins a new line.',
} as const
