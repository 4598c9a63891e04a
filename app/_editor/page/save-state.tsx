'use client'

import { Tooltip } from '@mantine/core'
import { dateAndTime } from '@/app/_shell/dates'
import type { SaveStatus } from '../document/store'
import { useEditor } from '../document/store'
import classes from './editor.module.css'

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** `14:32`, and with its day where that is not today. */
const at = (iso: string) =>
  new Date(iso).toDateString() === new Date().toDateString() ? clock.format(new Date(iso)) : dateAndTime(iso)

function words({ state, at: when }: SaveStatus): string {
  switch (state) {
    case 'saved':
      return when ? `saved ${at(when)}` : 'saved'
    case 'saving':
    case 'unsaved':
      return 'saving…'
    case 'offline':
      return 'not saved: no connection. Kept in this browser, and tried again.'
    case 'conflict':
      return 'not saved: somebody else saved first'
    case 'refused':
      return 'not saved'
  }
}

/** Which draft this is, and whether the server has all of it. */
export function SaveState() {
  const next = useEditor(state => state.next)
  const save = useEditor(state => state.save)
  const readOnly = useEditor(state => state.readOnly)
  const handbook = useEditor(state => state.kind === 'handbook')
  const draft = handbook
    ? 'Draft of a shared handbook'
    : next === 1
      ? 'Draft, nothing published yet'
      : `Draft of version ${next}`
  const trouble = save.state === 'offline' || save.state === 'conflict' || save.state === 'refused'
  const full = readOnly ? 'You can see everything here and change nothing.' : (save.message ?? undefined)
  return (
    <Tooltip label={full} disabled={!full}>
      <span
        role="status"
        className={classes.save}
        data-tone={trouble ? 'trouble' : undefined}
        data-save={save.state}
      >
        {draft} · {readOnly ? 'to look at only' : words(save)}
      </span>
    </Tooltip>
  )
}
