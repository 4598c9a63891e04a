import { Button, Tooltip, UnstyledButton } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle, IconWand } from '@tabler/icons-react'
import { useState } from 'react'
import type { Finding } from '@/compiler/language/finding'
import { useCommands } from '../../commands/commands-provider'
import { keysOf } from '../../commands/keys'
import { mend, refusesMending } from '../../commands/mend'
import { COMMANDS } from '../../commands/registry'
import { showMe } from '../../commands/walk-finding'
import { useEditor, useEditorStore } from '../../document/store'
import { edgesFrom, waysOut } from '../../document/ways-out'
import { leadTo } from '../inspector/lead-to'
import { NodePicker } from '../inspector/node-picker'
import { useHandbook } from '../use-handbook'
import { caseWords } from '../words/case-words'
import classes from './findings.module.css'

const ICONS = { error: IconAlertCircle, warning: IconAlertTriangle } as const
const NAMES = { error: 'Error', warning: 'Warning' } as const

/** So many facts of an example one takes in at a glance; the rest is there for the asking. */
const FEW = 4

/** A finding: a sentence, its example, and the ways out of it. `here`: keys that mend and show are about this one. */
export function FindingRow({ finding, here }: { finding: Finding; here: boolean }) {
  const store = useEditorStore()
  const handbook = useHandbook()
  const readOnly = useEditor(state => state.readOnly)
  const timeZone = useEditor(state => state.document.timeZone)
  const { severity, message, nodes, edges, path, fix, witness } = finding
  const Icon = ICONS[severity]
  const [whole, setWhole] = useState(false)
  // A scenario's case is its own, and its title says so.
  const example =
    witness && finding.code !== 'scenario'
      ? caseWords(witness, handbook, { first: finding.facts, timeZone })
      : []
  const shown = whole ? example : example.slice(0, FEW)
  const somewhere = (nodes?.length ?? 0) + (edges?.length ?? 0) > 0 || path !== undefined
  return (
    <li ref={here ? intoView : undefined} className={classes.row} aria-current={here || undefined}>
      <Icon size={16} stroke={1.8} className={classes[severity]} aria-label={NAMES[severity]} role="img" />
      <p>
        {message}
        {shown.length > 0 && (
          <span className={classes.example}>
            {' '}
            For example: {shown.join(', ')}
            {shown.length < example.length ? (
              <>
                {', '}
                <UnstyledButton className={classes.whole} onClick={() => setWhole(true)}>
                  and {example.length - shown.length} more
                </UnstyledButton>
              </>
            ) : (
              '.'
            )}
          </span>
        )}
        {fix && !readOnly && <Mend finding={finding} title={fix.title} />}
      </p>
      <div className={classes.actions}>
        {somewhere && (
          <Button
            variant="transparent"
            size="compact-xs"
            aria-label={`Show me: ${message}`}
            onClick={() => showMe(store.getState(), finding)}
          >
            Show me
          </Button>
        )}
        {finding.code === 'gap' && !readOnly && (
          <AddAnswer question={nodes?.[0]} label={fix ? 'Lead it elsewhere' : 'Add the answer'} />
        )}
      </div>
    </li>
  )
}

const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })

/** What was obviously meant, in one step. */
function Mend({ finding, title }: { finding: Finding; title: string }) {
  const { context } = useCommands()
  const [shortcut] = COMMANDS.mendFinding.shortcuts
  return (
    <Tooltip label={`Mends it in one step; ${keysOf(shortcut!).join(' ')} at the finding`}>
      <UnstyledButton
        className={classes.mend}
        onClick={() => {
          const refusal = refusesMending(context.store.getState(), finding)
          if (refusal === null) mend(context, finding)
          else context.tell(refusal)
        }}
      >
        <IconWand size={14} stroke={1.8} aria-hidden />
        {title}
      </UnstyledButton>
    </Tooltip>
  )
}

/** A gap is mended by an answer, and only a person knows where it leads. */
function AddAnswer({ question, label }: { question: string | undefined; label: string }) {
  const store = useEditorStore()
  const { context } = useCommands()
  const { facts } = useHandbook()
  const document = useEditor(state => state.document)
  const node = document.chart.nodes.find(each => each.id === question)
  if (node?.kind !== 'question') return null
  const ways = waysOut(node, edgesFrom(document, node.id), facts)
  const way = ways.find(each => each.is === 'missing') ?? ways.find(each => each.is === 'add')
  if (!way) return null
  return (
    <NodePicker
      label={label}
      from={node.id}
      onPick={target => {
        const edge = leadTo(context, node.id, way, target)
        if (edge) store.getState().reveal({ edges: [edge] })
      }}
      opener={toggle => (
        <Button variant="transparent" size="compact-xs" onClick={toggle}>
          {label}
        </Button>
      )}
    />
  )
}
