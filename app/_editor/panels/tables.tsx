'use client'

import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy, IconDownload, IconFilter } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { saveFile } from '@/app/_shell/save-file'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { useEditor, useEditorStore } from '../document/store'
import { DecisionTable } from './decision-table'
import { tableCsv } from './tables/csv'
import classes from './tables/tables.module.css'
import { useHandbook } from './use-handbook'
import { tierTitle } from './words/titles'

/** The table of each tier, as it would be published now. */
export function Tables() {
  const store = useEditorStore()
  const artifacts = useEditor(state => state.artifacts)
  const policyName = useEditor(state => state.policyName)
  const selection = useEditor(state => state.selection.nodes)
  const checking = useEditor(state => state.checkedDocument !== state.document)
  const handbook = useHandbook()
  const [picked, setPicked] = useState<string | null>(null)
  const [filter, setFilter] = useState('')
  const words = useDeferredValue(filter)
  const clipboard = useClipboard()
  if (!artifacts) return <NoTables />

  const tiers = handbook.tiers.map(tier => tier.id).filter(id => id in artifacts)
  const tier = picked !== null && tiers.includes(picked) ? picked : tiers[0]
  const artifact = tier === undefined ? undefined : artifacts[tier]
  if (!artifact) return <NoTables />
  const rows = artifact.tables.reduce((sum, table) => sum + table.rows.length, 0)
  const names = { facts: artifact.facts, actions: handbook.actions, tiers: handbook.tiers }
  const file = `${policyName}.${artifact.tier}`

  return (
    <div className={classes.root}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label="Table of which tier"
          data={tiers.map(id => ({ value: id, label: tierTitle(id, handbook) }))}
          value={artifact.tier}
          onChange={setPicked}
        />
        <span className={classes.count}>
          {rows} {rows === 1 ? 'row' : 'rows'}
          {artifact.tables.length > 1 && ` in ${artifact.tables.length} tables`}
          {checking && ', checking what changed…'}
        </span>
        <TextInput
          size="xs"
          aria-label="Filter rows"
          placeholder="Filter rows"
          leftSection={<IconFilter size={14} />}
          className={classes.filter}
          value={filter}
          onChange={event => setFilter(event.currentTarget.value)}
        />
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={clipboard.copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          onClick={() => clipboard.copy(tableCsv(artifact, names))}
        >
          {clipboard.copied ? 'Copied' : 'Copy CSV'}
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconDownload size={14} />}
          onClick={() => saveFile(`${file}.csv`, tableCsv(artifact, names), 'text/csv;charset=utf-8')}
        >
          CSV
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconDownload size={14} />}
          onClick={() => saveFile(`${file}.json`, canonicalJson(artifact), 'application/json')}
        >
          JSON
        </Button>
      </div>
      <div className={classes.body}>
        <DecisionTable
          key={artifact.tier}
          artifact={artifact}
          handbook={handbook}
          filter={words}
          highlightNodes={selection}
          onPickRow={row => store.getState().reveal({ nodes: row.from })}
        />
      </div>
    </div>
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
