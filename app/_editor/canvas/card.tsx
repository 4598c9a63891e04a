'use client'

import { Tooltip } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import { type Node as FlowNode, Handle, type NodeProps, Position } from '@xyflow/react'
import { memo } from 'react'
import { KINDS } from '@/compiler/language/kinds'
import { useEditor } from '../document/store'
import { viewOf } from '../kinds'
import { AnswerRows } from './answer-rows'
import classes from './card.module.css'
import { CardTitle } from './card-title'
import type { CardData } from './chart-nodes'
import type { Marks } from './marks'
import { OthersAt } from './others-at'
import { useLitNode } from './path-light'
import { TableButton } from './table-button'

export type CardNode = FlowNode<CardData, 'card'>

/** A node of the chart. Its colour is its tier's; what kind it is, an icon and a word tell. */
export const Card = memo(function Card({ data, selected }: NodeProps<CardNode>) {
  const { node, handbook, rows, marks, leads } = data
  const path = useLitNode(node.id)
  const titling = useEditor(state => state.titling === node.id)
  const view = viewOf(node)
  const kind = KINDS[node.kind]
  const shape = view.shape(node as never)
  const heading = view.heading(node as never, handbook)
  const said = view.say(node as never)
  const details = view.details(node as never, handbook)
  const Icon = view.cardIcon(node as never, handbook)
  const untitled =
    node.kind === 'note' ? 'A remark' : view.heading({ ...node, title: undefined } as never, handbook).text
  return (
    <div
      className={classes.card}
      data-shape={shape}
      data-kind={node.kind}
      data-result={node.kind === 'close' ? node.result : undefined}
      data-selected={selected || undefined}
      data-path={path}
      data-severity={marks.errors ? 'error' : marks.warnings ? 'warning' : undefined}
    >
      {kind.enterable && <Handle id="in" type="target" position={Position.Left} className={classes.in} />}
      {shape === 'pill' ? (
        <div className={classes.pill}>
          <Icon size={15} stroke={1.7} className={classes.icon} aria-hidden />
          {titling ? <CardTitle node={node} placeholder={untitled} /> : <span>{heading.text}</span>}
        </div>
      ) : (
        <>
          <div className={classes.word}>
            <Icon size={15} stroke={1.7} className={classes.icon} aria-hidden />
            <span>{view.word(node as never, handbook)}</span>
            {node.kind === 'question' && node.facts.some(fact => fact !== '') && (
              <TableButton question={node.id} />
            )}
          </div>
          {titling && <CardTitle node={node} placeholder={untitled} />}
          {heading.text && !titling && (
            <div className={classes.heading} data-empty={heading.empty || undefined}>
              {heading.text}
            </div>
          )}
          {details.map(line => (
            <div key={line} className={classes.detail}>
              {line}
            </div>
          ))}
          {said && <q className={classes.say}>{said}</q>}
          <div className={classes.foot} />
        </>
      )}
      {node.kind === 'question' && <AnswerRows rows={rows} />}
      {(kind.waysOut === 'one' || kind.waysOut === 'none-or-one') && (
        <Handle
          id="out"
          type="source"
          position={Position.Right}
          className={classes.out}
          data-leads={leads || undefined}
          data-optional={kind.waysOut === 'none-or-one' || undefined}
        />
      )}
      <Mark marks={marks} />
      <OthersAt id={node.id} />
    </div>
  )
})

/** That the checks have something to say here: how much, and on hover what. */
function Mark({ marks: { errors, warnings, messages } }: { marks: Marks }) {
  if (errors + warnings === 0) return null
  const Icon = errors > 0 ? IconAlertCircle : IconAlertTriangle
  return (
    <Tooltip
      label={messages.join('\n')}
      style={{ whiteSpace: 'pre-line' }}
      events={{ hover: true, focus: false, touch: true }}
    >
      <span className={classes.mark} data-severity={errors > 0 ? 'error' : 'warning'} aria-hidden>
        <Icon size={13} stroke={2} />
        {errors + warnings > 1 && errors + warnings}
      </span>
    </Tooltip>
  )
}
