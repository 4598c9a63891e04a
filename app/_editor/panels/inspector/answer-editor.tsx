import { Switch, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { NodeOf } from '@/compiler/language/kinds'
import type { Edge } from '@/compiler/language/policy'
import { useCommands } from '../../commands/commands-provider'
import { useEditor } from '../../document/store'
import { edgesFrom } from '../../document/ways-out'
import conditionClasses from '../condition/condition.module.css'
import { ConditionField } from '../condition/condition-field'
import { canSplit, SplitDialog } from '../split-dialog'
import { useHandbook } from '../use-handbook'
import { factTitle } from '../words/titles'
import classes from './inspector.module.css'
import { leadTo } from './lead-to'
import { NodePicker } from './node-picker'
import { setField, useEdgeEdit } from './use-node-edit'

/** One answer of a question: what it is, and where it leads. */
export function AnswerEditor({ node, edge }: { node: NodeOf<'question'>; edge: Edge }) {
  const { context } = useCommands()
  const handbook = useHandbook()
  const readOnly = useEditor(state => state.readOnly)
  const edit = useEdgeEdit(edge)
  const [splitBy, setSplitBy] = useState<string | null>(null)
  const taken = useEditor(state =>
    edgesFrom(state.document, node.id).some(other => other.otherwise && other.id !== edge.id),
  )
  // A fact that the question no longer asks for is still tested here: shown, so that it can be taken out.
  const tested = [...new Set([...node.facts.filter(id => id !== ''), ...Object.keys(edge.when ?? {})])]
  const setTest = (fact: string, text: string | undefined) =>
    edit(
      'Change answer',
      draft => {
        const when = { ...draft.when }
        setField(when, fact, text)
        draft.when = when
      },
      `when.${fact}`,
    )
  const setOtherwise = (otherwise: boolean) =>
    edit(otherwise ? 'Make it the otherwise' : 'Make it an answer', draft => {
      if (otherwise) {
        delete draft.when
        draft.otherwise = true
      } else {
        delete draft.otherwise
        draft.when = {}
      }
    })
  return (
    <>
      {!edge.otherwise &&
        tested.map(id => {
          const fact = handbook.facts[id]
          if (!fact)
            return (
              <div key={id} className={classes.problem}>
                “{id}” is not in the handbook.
              </div>
            )
          return (
            <ConditionField
              key={id}
              label={factTitle(id, handbook)}
              fact={fact}
              text={edge.when?.[id]}
              aside={
                !readOnly &&
                canSplit(edge, fact) && (
                  <UnstyledButton
                    className={conditionClasses.toggle}
                    aria-label={`Split the answer by ${factTitle(id, handbook)}`}
                    onClick={() => setSplitBy(id)}
                  >
                    Split…
                  </UnstyledButton>
                )
              }
              onChange={text => setTest(id, text)}
            />
          )
        })}
      {(edge.otherwise || !taken) && (
        <Switch
          size="xs"
          label="Otherwise"
          description="Whatever no other answer covers."
          checked={edge.otherwise === true}
          disabled={readOnly}
          onChange={event => setOtherwise(event.currentTarget.checked)}
        />
      )}
      <NodePicker
        label="Leads to"
        from={node.id}
        value={edge.to}
        onPick={target => leadTo(context, node.id, { is: 'answer', handle: edge.id, edge }, target)}
      />
      <SplitDialog
        splitting={splitBy === null ? null : { edge, fact: splitBy }}
        onClose={() => setSplitBy(null)}
      />
    </>
  )
}
