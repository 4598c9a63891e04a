'use client'

import { IconBook2, IconHeadset } from '@tabler/icons-react'
import { Frame } from '@/app/_shell/frame'
import { PolicyRail } from '@/app/_shell/policy-rail'
import { Canvas } from '../canvas/canvas'
import { CommandList } from '../commands/command-list'
import { ConnectDialog } from '../commands/connect-dialog'
import { FindDialog } from '../commands/find-dialog'
import { HealDialog } from '../commands/heal-dialog'
import { ShortcutsList } from '../commands/shortcuts-list'
import { SpliceDialog } from '../commands/splice-dialog'
import { type Panel, useEditor, useEditorStore } from '../document/store'
import { AnswerTable, useTableQuestion } from '../panels/answer-table'
import { WalkBar } from '../panels/walk/walk-bar'
import { DraftPaper } from '../paper/use-draft-paper'
import { Banner } from './banner'
import { BottomPanel } from './bottom-panel'
import classes from './editor.module.css'
import { HeaderActions } from './header-actions'
import { ProposeDialog } from './propose-dialog'
import { SaveState } from './save-state'
import { SidePanel } from './side-panel'

/** The page: the chart in the middle, everything else at its edges. */
export function Editor() {
  const policyName = useEditor(state => state.policyName)
  const title = useEditor(state => state.document.title || state.policyName)
  return (
    <Frame
      fill
      crumbs={[{ label: 'Policies', href: '/' }, { label: title }]}
      status={<SaveState />}
      actions={<HeaderActions />}
      rail={<Rail policy={policyName} />}
    >
      <div className={classes.page}>
        <Banner />
        <div className={classes.work}>
          <div className={classes.middle}>
            <WalkBar />
            <Middle />
            <BottomPanel />
          </div>
          <SidePanel />
        </div>
      </div>
      <CommandList />
      <ShortcutsList />
      <ConnectDialog />
      <FindDialog />
      <HealDialog />
      <SpliceDialog />
      <ProposeDialog />
      <DraftPaper />
    </Frame>
  )
}

/** The chart; or the answers of a question as a table, behind which the chart stays as it is. */
function Middle() {
  const table = useTableQuestion() !== undefined
  return (
    <div className={classes.stage}>
      <section className={classes.canvas} aria-label="Chart" inert={table} data-behind={table || undefined}>
        <Canvas />
      </section>
      <AnswerTable />
    </div>
  )
}

function Rail({ policy }: { policy: string }) {
  const store = useEditorStore()
  const shown = useEditor(state => (state.panelOpen ? state.panel : null))
  const toggle = (panel: Panel) => () => store.getState().showPanel(shown === panel ? 'inspector' : panel)
  return (
    <PolicyRail
      policy={policy}
      current="chart"
      onBack={() => shown !== null && store.getState().showPanel('inspector')}
      extra={[
        {
          label: 'Handbook',
          icon: <IconBook2 size={19} stroke={1.6} />,
          pressed: shown === 'handbook',
          onClick: toggle('handbook'),
        },
        {
          label: 'Try a call',
          icon: <IconHeadset size={19} stroke={1.6} />,
          pressed: shown === 'try',
          onClick: toggle('try'),
        },
      ]}
    />
  )
}
