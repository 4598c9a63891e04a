import { Button, Popover } from '@mantine/core'
import type { Fact } from '@/compiler/language/fact'
import { ConditionField } from '../condition/condition-field'
import classes from './answer-table.module.css'

interface CellFormProps {
  label: string
  fact: Fact
  text: string | undefined
  /** What the cell shows meanwhile. */
  words: string
  onChange: (text: string | undefined) => void
  onClose: () => void
}

/** The form of a condition, at its cell. */
export function CellForm({ label, fact, text, words, onChange, onClose }: CellFormProps) {
  return (
    <Popover
      opened
      // A list that drops down from the form is no click outside of it.
      closeOnClickOutside={false}
      onChange={opened => !opened && onClose()}
      position="bottom-start"
      offset={3}
      width={300}
      trapFocus
      withRoles={false}
      shadow="md"
      transitionProps={{ duration: 80 }}
    >
      <Popover.Target>
        <span className={classes.words}>{words}</span>
      </Popover.Target>
      <Popover.Dropdown
        className={classes.menu}
        role="dialog"
        aria-label={`Form of ${label}`}
        onKeyDown={event => {
          event.stopPropagation()
          const open =
            event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
          if (event.key === 'Escape' && !open) onClose()
        }}
      >
        <ConditionField autoFocus label={label} fact={fact} text={text} onChange={onChange} />
        <div className={classes.sorts}>
          <span />
          <Button size="compact-sm" onClick={onClose}>
            Done
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
