'use client'

import { Button } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { ArtifactRow } from '@/compiler/runtime/artifact'
import { useEditor, useEditorStore } from '../document/store'
import { useDraftPaper } from '../paper/use-draft-paper'
import { ExportMenu } from './tables/export-menu'
import classes from './tables/tables.module.css'
import { TierPick } from './tables/tier-pick'
import { TierTables } from './tables/tier-tables'
import { useRowsOnChart } from './tables/use-rows-on-chart'
import { useView } from './tables/use-view'
import { useHandbook } from './use-handbook'
import { tierTitle } from './words/titles'

/** The table of each tier, as it would be published now. A row lights its way on the chart; the chart marks its rows. */
export function Tables() {
  const store = useEditorStore()
  const artifacts = useEditor(state => state.artifacts)
  const policyName = useEditor(state => state.policyName)
  const checked = useEditor(state => state.checkedDocument)
  const scenarios = useEditor(state => state.document.scenarios)
  const handbook = useHandbook()
  const [picked, setPicked] = useState<string | null>(null)
  const [view, setView] = useView(policyName)

  const tiers = handbook.tiers.map(tier => tier.id).filter(id => artifacts !== null && id in artifacts)
  const tier = picked !== null && tiers.includes(picked) ? picked : tiers[0]
  const artifact = tier === undefined ? undefined : artifacts?.[tier]
  const paper = useDraftPaper()
  const onChart = useRowsOnChart(checked, artifact)
  const pick = useCallback((row: ArtifactRow) => store.getState().reveal({ nodes: row.from }), [store])

  if (!artifact) return <NoTables />
  return (
    <TierTables
      artifact={artifact}
      handbook={handbook}
      scenarios={scenarios}
      view={view}
      onView={setView}
      {...onChart}
      onPick={pick}
      before={
        <TierPick
          tiers={tiers.map(id => ({ value: id, label: tierTitle(id, handbook) }))}
          tier={artifact.tier}
          onPick={setPicked}
        />
      }
      after={seen => <ExportMenu artifact={artifact} paper={paper} seen={seen} />}
    />
  )
}

function NoTables() {
  const store = useEditorStore()
  const checked = useEditor(state => state.checkedDocument !== null)
  const errors = useEditor(state => state.findings.filter(finding => finding.severity === 'error').length)
  if (!checked)
    return (
      <p className={classes.empty} role="status">
        Compiling the tables…
      </p>
    )
  return (
    <div className={classes.empty} role="status">
      {errors === 1
        ? 'The tables appear when the one error is mended.'
        : `The tables appear when the ${errors} errors are mended.`}
      <Button variant="subtle" size="compact-sm" onClick={() => store.getState().showBottom('findings')}>
        Show {errors === 1 ? 'it' : 'them'}
      </Button>
    </div>
  )
}
