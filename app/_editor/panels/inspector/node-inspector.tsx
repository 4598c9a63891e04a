import { ActionIcon, Textarea, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Node, NodeKind, NodeOf } from '@/compiler/language/kinds'
import { useCommands } from '../../commands/commands-provider'
import { COMMANDS } from '../../commands/registry'
import { useEditor, useEditorStore } from '../../document/store'
import { nodeTitle, viewOf } from '../../kinds'
import { TextField } from '../fields/text-field'
import { useDraft } from '../fields/use-draft'
import { useHandbook } from '../use-handbook'
import { ActionFields } from './action-fields'
import { CloseFields } from './close-fields'
import { CommonFields, SayField } from './common-fields'
import { EscalateFields } from './escalate-fields'
import classes from './inspector.module.css'
import { NodeFindings } from './node-findings'
import { QuestionFields } from './question-fields'
import { TriggerFields } from './trigger-fields'
import { setField, useNodeEdit } from './use-node-edit'
import { WaysOut } from './ways-out-field'

function StartFields({ node }: { node: NodeOf<'start'> }) {
  return (
    <>
      <WaysOut node={node} label="Every case goes to" />
      <SayField node={node} />
    </>
  )
}

function NoteFields({ node }: { node: NodeOf<'note'> }) {
  const edit = useNodeEdit(node)
  return (
    <TextField
      long
      label="Text"
      placeholder="A remark; no table has it"
      value={node.text}
      onChange={value =>
        edit(
          'Change note',
          draft => {
            draft.text = value ?? ''
          },
          'text',
        )
      }
    />
  )
}

/** The fields of each kind, in the order in which one thinks of them. A kind without fields does not compile. */
const FIELDS: { [K in NodeKind]: (props: { node: NodeOf<K> }) => ReactNode } = {
  start: StartFields,
  trigger: TriggerFields,
  question: QuestionFields,
  action: ActionFields,
  escalate: EscalateFields,
  close: CloseFields,
  note: NoteFields,
}

/** Everything that one node says. */
export function NodeInspector({ node }: { node: Node }) {
  const { run } = useCommands()
  const store = useEditorStore()
  const readOnly = useEditor(state => state.readOnly)
  const handbook = useHandbook()
  const Fields = FIELDS[node.kind] as (props: { node: Node }) => ReactNode
  const view = viewOf(node)
  const Icon = view.cardIcon(node as never, handbook)
  return (
    <div className={classes.root}>
      <div>
        <div className={classes.eyebrow}>
          <Icon size={15} stroke={1.7} />
          <span>{view.word(node as never, handbook)}</span>
          {!readOnly && (
            <Tooltip label="Delete">
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                className={classes.tool}
                aria-label="Delete this node"
                onClick={() => {
                  store.getState().select({ nodes: [node.id] })
                  void run(COMMANDS.deleteSelection)
                }}
              >
                <IconTrash size={14} />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
        <TitleField node={node} placeholder={nodeTitle({ ...node, title: undefined }, handbook)} />
      </div>
      <NodeFindings node={node.id} />
      <Fields node={node} />
      {node.kind !== 'note' && <CommonFields node={node} />}
    </div>
  )
}

/** The title reads as a heading and is typed over in place; without one, the node is called by what it does. */
function TitleField({ node, placeholder }: { node: Node; placeholder: string }) {
  const readOnly = useEditor(state => state.readOnly)
  const edit = useNodeEdit(node)
  const draft = useDraft(node.title ?? '', value =>
    edit('Change title', each => setField(each, 'title', value === '' ? undefined : value), 'title'),
  )
  return (
    <Textarea
      className={classes.title}
      aria-label="Title"
      autosize
      minRows={1}
      maxRows={4}
      readOnly={readOnly}
      placeholder={placeholder}
      value={draft.value}
      onChange={event => draft.change(event.currentTarget.value.replaceAll('\n', ' '))}
      onBlur={draft.flush}
      onKeyDown={event => {
        if (event.key === 'Enter') {
          event.preventDefault()
          draft.flush()
        }
      }}
    />
  )
}
