import { Combobox, InputBase, useCombobox } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Node, NodeKind } from '@/compiler/language/kinds'
import { KINDS } from '@/compiler/language/kinds'
import { refusesEdge } from '../../document/refuses-edge'
import { useEditor } from '../../document/store'
import { nodeTitle, VIEWS, viewOf } from '../../kinds'
import { useHandbook } from '../use-handbook'
import classes from './node-picker.module.css'

/** Kinds that a way out can lead to. */
const NEW_KINDS = (Object.keys(KINDS) as NodeKind[]).filter(kind => KINDS[kind].enterable)

export type Target = { node: string } | { kind: NodeKind }

interface NodePickerProps {
  label: string
  /** The node that the way leads out of: what would close a circle is not offered. */
  from: string
  value?: string
  onPick: (target: Target) => void
  /** What opens the list; a field that shows the value, where it is left out. */
  opener?: (toggle: () => void) => ReactNode
  /** Which edge of the opener the list lines up with. */
  align?: 'start' | 'end'
}

/** Picks where a way out leads: a node that is there, or a new one. */
export function NodePicker({ label, from, value, onPick, opener, align = 'end' }: NodePickerProps) {
  const document = useEditor(state => state.document)
  const readOnly = useEditor(state => state.readOnly)
  const handbook = useHandbook()
  const [search, setSearch] = useState('')
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      combobox.focusTarget()
      setSearch('')
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  })
  const { nodes } = document.chart
  const now = nodes.find(node => node.id === value)
  const matches = (words: string) => words.toLowerCase().includes(search.toLowerCase().trim())
  const opened = combobox.dropdownOpened
  const offered = opened
    ? nodes.filter(node => matches(nodeTitle(node, handbook)) && !refusesEdge(document, from, node.id))
    : []
  const fresh = NEW_KINDS.filter(kind => matches(`new ${KINDS[kind].title}`))

  return (
    <Combobox
      store={combobox}
      width={opener ? 260 : 'target'}
      position={opener ? `bottom-${align}` : 'bottom'}
      onOptionSubmit={id => {
        combobox.closeDropdown()
        onPick(id.startsWith('new:') ? { kind: id.slice(4) as NodeKind } : { node: id.slice(5) })
      }}
    >
      <Combobox.Target targetType="button">
        {opener ? (
          <span>{opener(() => combobox.toggleDropdown())}</span>
        ) : (
          <InputBase
            component="button"
            type="button"
            pointer
            label={label}
            disabled={readOnly}
            rightSection={<Combobox.Chevron />}
            rightSectionPointerEvents="none"
            onClick={() => combobox.toggleDropdown()}
          >
            <span className={classes.value}>
              {now ? nodeTitle(now, handbook) : value ? `“${value}” is not on the chart` : 'Nowhere yet'}
            </span>
          </InputBase>
        )}
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          aria-label={`${label}: search`}
          placeholder="Search"
          value={search}
          onChange={event => {
            setSearch(event.currentTarget.value)
            combobox.updateSelectedOptionIndex()
          }}
        />
        <Combobox.Options aria-label="Where it leads" mah={300} className={classes.options}>
          {fresh.length > 0 && (
            <Combobox.Group label="New">
              {fresh.map(kind => {
                const { icon: Icon } = VIEWS[kind]
                return (
                  <Combobox.Option key={kind} value={`new:${kind}`}>
                    <span className={classes.option}>
                      <Icon size={14} /> New {KINDS[kind].title.toLowerCase()}
                    </span>
                  </Combobox.Option>
                )
              })}
            </Combobox.Group>
          )}
          {offered.length > 0 && (
            <Combobox.Group label="On the chart">
              {offered.map(node => (
                <NodeOption key={node.id} node={node} active={node.id === value} />
              ))}
            </Combobox.Group>
          )}
          {fresh.length + offered.length === 0 && <Combobox.Empty>Nothing of that name</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function NodeOption({ node, active }: { node: Node; active: boolean }) {
  const handbook = useHandbook()
  const Icon = viewOf(node).cardIcon(node as never, handbook)
  return (
    <Combobox.Option value={`node:${node.id}`} active={active}>
      <span className={classes.option}>
        <Icon size={14} /> {nodeTitle(node, handbook)}
      </span>
    </Combobox.Option>
  )
}
