import { Popover, UnstyledButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useHandbook } from '../use-handbook'
import { actionTitle, tierTitle } from '../words/titles'
import { GrantForm } from './grant-form'
import { grantOf, grantWords } from './grants'
import classes from './handbook.module.css'

interface GrantCellProps {
  action: string
  tier: string
  /** The tier's place in the handbook. */
  index: number
  /** Whether Tab comes to it; the arrow keys lead on from there. */
  stop: boolean
}

/** Fields write what was typed in them when they are left. */
const leaveField = () => document.activeElement instanceof HTMLElement && document.activeElement.blur()

/**
 * One tier's authority for one action: what it says, and pressed, a small form. Enter and a click elsewhere keep what
 * was changed there; Escape leaves it as it was.
 */
export function GrantCell({ action: id, tier, index, stop }: GrantCellProps) {
  const handbook = useHandbook()
  const [opened, setOpened] = useState<'change' | 'take-back' | null>(null)
  const end = useRef({ keep: () => {} })
  const action = handbook.actions[id]!
  const held = grantOf(action, handbook.tiers, tier)
  const mine = held?.from === tier
  const words = held ? grantWords(action, held.limits) : 'may not'
  const label = `${tierTitle(tier, handbook)}: ${actionTitle(id, handbook)}`

  const close = () => setOpened(null)
  useEffect(() => {
    if (!opened) return
    const onPointerDown = (event: PointerEvent) => {
      // Lists that drop down from the form lie outside of it, as it does itself.
      if (event.target instanceof Element && event.target.closest('[data-portal]')) return
      leaveField()
      end.current.keep()
      setOpened(null)
    }
    document.addEventListener('pointerdown', onPointerDown, true)
    return () => document.removeEventListener('pointerdown', onPointerDown, true)
  }, [opened])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const field = event.target instanceof HTMLInputElement ? event.target : null
    if (event.key === 'Escape' && field?.getAttribute('aria-expanded') !== 'true') {
      event.stopPropagation()
      close()
    }
    if (event.key !== 'Enter' || !field || field.type === 'checkbox' || field.role === 'combobox') return
    event.preventDefault()
    leaveField()
    end.current.keep()
    close()
  }

  return (
    <Popover
      opened={opened !== null}
      onChange={next => !next && close()}
      width={320}
      position="bottom-start"
      trapFocus
      returnFocus
      withinPortal
      closeOnEscape={false}
      closeOnClickOutside={false}
      shadow="md"
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.grant}
          tabIndex={stop ? 0 : -1}
          data-held={mine ? 'own' : held ? 'inherited' : 'none'}
          aria-label={`${label}: ${words}${held && !mine ? `, as ${tierTitle(held.from, handbook)}` : ''}`}
          onClick={() => setOpened(opened ? null : 'change')}
          onKeyDown={event => {
            if (event.key === 'F2') setOpened('change')
            if (mine && (event.key === 'Delete' || event.key === 'Backspace')) setOpened('take-back')
          }}
        >
          {held ? words === 'may' ? <IconCheck size={15} stroke={2} /> : words : '–'}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown onKeyDown={onKeyDown}>
        {opened && (
          <GrantForm
            action={id}
            tier={tier}
            index={index}
            takeBack={opened === 'take-back'}
            onReady={ready => {
              end.current = ready
            }}
            onClose={close}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
