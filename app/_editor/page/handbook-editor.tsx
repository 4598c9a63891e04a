'use client'

import { Frame } from '@/app/_shell/frame'
import { PolicyRail } from '@/app/_shell/policy-rail'
import { useEditor, useEditorStore } from '../document/store'
import { TextField } from '../panels/fields/text-field'
import { Findings } from '../panels/findings'
import { Handbook } from '../panels/handbook'
import { setField } from '../panels/inspector/use-node-edit'
import { Banner } from './banner'
import editor from './editor.module.css'
import classes from './handbook-editor.module.css'
import { HeaderActions } from './header-actions'
import { ProposeDialog } from './propose-dialog'
import { SaveState } from './save-state'

/** A handbook that policies share: what is a panel beside a policy's chart is the page here. */
export function HandbookEditor() {
  const name = useEditor(state => state.policyName)
  const title = useEditor(state => state.document.title || state.policyName)
  return (
    <Frame
      fill
      crumbs={[{ label: 'Policies', href: '/' }, { label: title }]}
      status={<SaveState />}
      actions={<HeaderActions />}
      rail={<PolicyRail policy={name} kind="handbook" current="chart" />}
    >
      <div className={editor.page}>
        <Banner />
        <Heading />
        <section className={classes.book} aria-label="Handbook">
          <Handbook />
        </section>
        <section className={classes.findings} aria-label="Findings">
          <Findings />
        </section>
      </div>
      <ProposeDialog />
    </Frame>
  )
}

function Heading() {
  const store = useEditorStore()
  const document = useEditor(state => state.document)
  return (
    <div className={classes.heading}>
      <TextField
        label={null}
        aria-label="Title of the handbook"
        className={classes.title}
        placeholder={document.name}
        value={document.title}
        onChange={title =>
          store.getState().edit('Change the handbook’s title', draft => setField(draft, 'title', title), {
            merge: 'policy:title',
          })
        }
      />
      <p>Who may do what, and what may be asked, for every policy that takes this handbook in.</p>
    </div>
  )
}
