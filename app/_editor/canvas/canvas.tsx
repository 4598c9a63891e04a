'use client'

import '@xyflow/react/dist/base.css'
import { useComputedColorScheme } from '@mantine/core'
import {
  Background,
  ConnectionLineType,
  type EdgeTypes,
  type NodeTypes,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
} from '@xyflow/react'
import { type MouseEvent, useCallback, useDeferredValue, useRef, useState } from 'react'
import { Waiting } from '@/app/_shell/waiting'
import { useCommands } from '../commands/commands-provider'
import { insertNode } from '../commands/insert-node'
import { COMMANDS } from '../commands/registry'
import { lightOf } from '../document/showing'
import { useEditor, useEditorStore } from '../document/store'
import { Gallery } from '../first-steps/gallery'
import { Tour } from '../first-steps/tour'
import { BandNames, BandsLayer } from './bands-layer'
import classes from './canvas.module.css'
import { Card } from './card'
import { ContextMenu } from './context-menu'
import { createHints, HintsProvider } from './drag-hints'
import { EmptyHint } from './empty-hint'
import { GuidesLayer } from './guides-layer'
import { HealOffer } from './heal-offer'
import { KindMenu } from './kind-menu'
import { LineEdge } from './line'
import { ObstaclesProvider, useSteadyBoxes } from './obstacles'
import { Overview } from './overview'
import { Palette } from './palette'
import { useLightInSight } from './path-light'
import { GRID } from './sizes'
import { useAutoPlaces } from './use-auto-places'
import { useBands } from './use-bands'
import { useChart } from './use-chart'
import { useConnecting } from './use-connecting'
import { useContextMenu } from './use-context-menu'
import { useControls } from './use-controls'
import { useDropping } from './use-dropping'
import { useFirstView } from './use-first-view'
import { usePointed } from './use-pointed'
import { useRevealed } from './use-revealed'
import { useRoom } from './use-room'
import { useTabOrder } from './use-tab-order'
import { ZoomBar } from './zoom-bar'

const nodeTypes: NodeTypes = { card: Card }
const edgeTypes: EdgeTypes = { line: LineEdge }
const SEVERAL = ['Shift', 'Meta', 'Control']
const SNAP: [number, number] = [GRID, GRID]
const WORDS = {
  'node.a11yDescription.default':
    'Press Enter to open it in the inspector, arrow keys to move it once selected.',
  'edge.a11yDescription.default': 'Press Enter to open it in the inspector, Delete to take it away.',
}

/** The chart: the page that everything else waits at the edges of. */
export function Canvas() {
  const [hints] = useState(createHints)
  return (
    <ReactFlowProvider>
      <HintsProvider value={hints}>
        <Chart />
      </HintsProvider>
    </ReactFlowProvider>
  )
}

function Chart() {
  const root = useRef<HTMLDivElement>(null)
  const store = useEditorStore()
  const { context, run } = useCommands()
  const readOnly = useEditor(state => state.readOnly)
  const pointing = useEditor(state => lightOf(state)?.pointed)
  const scheme = useComputedColorScheme('light')
  const { places, ready } = useAutoPlaces()
  const { nodes, edges, cards, sizes, boxes, moving, onNodesChange, onEdgesChange, drop } = useChart(places)
  // A card that is dragged need not wait for the lines that lead around it.
  const obstacles = useDeferredValue(useSteadyBoxes(boxes, nodes, moving))
  const { bands, handbook } = useBands(cards, places, sizes)
  const { onConnect, onReconnect, onConnectEnd, dangling, endDangling } = useConnecting(boxes)
  const dropping = useDropping()
  const onPointer = usePointed()
  const { asked, endAsking, ...onContextMenus } = useContextMenu()
  useControls(root, boxes)
  const bringIntoView = useRevealed(root, boxes)
  useLightInSight(bringIntoView)
  useTabOrder(root, bringIntoView)
  useRoom(sizes, boxes)
  // Handlers that are the same from one frame to the next: with others, every card would be drawn again.
  const onClick = useCallback(() => store.getState().showPanel('inspector'), [store])
  const onNodeDoubleClick = useCallback(
    (event: MouseEvent) => {
      // An answer is said in the inspector; everything else of a card is called by its title.
      const answer = (event.target as Element).closest('[data-edge]')
      void run(answer || readOnly ? COMMANDS.openNode : COMMANDS.editTitle)
    },
    [run, readOnly],
  )
  const seen = useFirstView(ready, nodes.length === 0)

  return (
    <div
      ref={root}
      className={classes.canvas}
      aria-busy={!seen}
      data-pointing={pointing || undefined}
      style={{ containerType: 'inline-size' }}
      {...dropping}
      {...onPointer}
    >
      <BandsLayer bands={seen ? bands : []} handbook={handbook} />
      <ObstaclesProvider value={obstacles}>
        <ReactFlow
          nodes={ready ? nodes : []}
          edges={ready ? edges : []}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          colorMode={scheme}
          style={{ opacity: seen ? 1 : 0 }}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onNodeDragStop={drop}
          onSelectionDragStop={drop}
          onNodeDoubleClick={onNodeDoubleClick}
          onConnect={onConnect}
          onConnectEnd={onConnectEnd}
          onReconnect={onReconnect}
          connectionLineType={ConnectionLineType.Bezier}
          connectionRadius={28}
          nodesDraggable={!readOnly}
          nodesConnectable={!readOnly}
          edgesReconnectable={!readOnly}
          elementsSelectable
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode="Shift"
          multiSelectionKeyCode={SEVERAL}
          selectionMode={SelectionMode.Partial}
          selectNodesOnDrag={false}
          nodeDragThreshold={2}
          snapToGrid
          snapGrid={SNAP}
          minZoom={0.15}
          maxZoom={2}
          panOnScroll
          zoomOnDoubleClick={false}
          ariaLabelConfig={WORDS}
          aria-label="The chart"
          attributionPosition="top-right"
          {...onContextMenus}
          onNodeClick={onClick}
          onEdgeClick={onClick}
        >
          <Background gap={20} size={1} />
          <Overview />
          <GuidesLayer />
        </ReactFlow>
      </ObstaclesProvider>
      <BandNames bands={seen ? bands : []} handbook={handbook} />
      {!seen && <Waiting>Laying out the chart</Waiting>}
      {!readOnly && <EmptyHint />}
      <Tour />
      {!readOnly && <Palette />}
      {!readOnly && <HealOffer />}
      <ZoomBar />
      <Gallery />
      <ContextMenu asked={asked} onClose={endAsking} />
      <KindMenu
        dangling={dangling}
        onClose={endDangling}
        onPick={(kind, { node, way, at }) => {
          endDangling()
          store.getState().step('Add and connect', () => {
            const id = insertNode(context, kind, { at: { x: at.x, y: at.y - 28 }, behind: { node, way } })
            context.canvas.focus(id)
          })
        }}
      />
    </div>
  )
}
