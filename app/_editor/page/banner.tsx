'use client'

import { Button } from '@mantine/core'
import { IconAlertTriangle, IconHistory } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { relative } from '@/app/_shell/dates'
import { saveFile } from '@/app/_shell/save-file'
import type { PolicyDocument } from '@/compiler/language/policy'
import { useSaving } from '../document/editor-provider'
import { useEditor, useEditorStore } from '../document/store'
import { Clashes } from './clashes'
import classes from './editor.module.css'

/** What a person has to decide before all is well: a conflict, a refused save, work left over from a crash. */
export function Banner() {
  const { left } = useSaving()
  const state = useEditor(state => state.save.state)
  if (state === 'conflict') return <Clashes />
  if (state === 'refused') return <RefusedBanner />
  return left ? <LeftOverBanner /> : null
}

const download = (document: PolicyDocument) =>
  saveFile(`${document.name}.draft.json`, `${JSON.stringify(document, null, 2)}\n`, 'application/json')

function Strip({
  tone,
  icon,
  children,
}: {
  tone: 'error' | 'warning'
  icon: ReactNode
  children: ReactNode
}) {
  return (
    <div role="alert" className={classes.banner} data-tone={tone}>
      {icon}
      {children}
    </div>
  )
}

function RefusedBanner() {
  const store = useEditorStore()
  const { autosave } = useSaving()
  const message = useEditor(state => state.save.message)
  return (
    <Strip tone="error" icon={<IconAlertTriangle size={18} stroke={1.7} />}>
      <p>
        <strong>The draft was not saved.</strong> {message} Your work is kept in this browser.
      </p>
      <Button variant="subtle" onClick={() => download(store.getState().document)}>
        Download it
      </Button>
      <Button variant="default" onClick={() => void autosave?.flush()}>
        Try again
      </Button>
    </Strip>
  )
}

function LeftOverBanner() {
  const { left, putBack, discard } = useSaving()
  if (!left) return null
  return (
    <Strip tone="warning" icon={<IconHistory size={18} stroke={1.7} />}>
      <p>
        <strong>Work from {relative(left.at)} was not saved</strong> before this browser closed. Put back, it
        takes the place of the draft; undo takes it out again.
      </p>
      <Button variant="subtle" onClick={discard}>
        Discard it
      </Button>
      <Button variant="subtle" onClick={() => download(left.document)}>
        Download it
      </Button>
      <Button onClick={putBack}>Put it back</Button>
    </Strip>
  )
}
