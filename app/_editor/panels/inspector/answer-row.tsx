import { Button, UnstyledButton } from '@mantine/core'
import type { NodeOf } from '@/compiler/language/kinds'
import type { Edge } from '@/compiler/language/policy'
import { useEditor, useEditorStore } from '../../document/store'
import { nodeTitle } from '../../kinds'
import { useHandbook } from '../use-handbook'
import { AnswerEditor } from './answer-editor'
import classes from './inspector.module.css'
import { ListTools } from './list-tools'

interface AnswerRowProps {
  node: NodeOf<'question'>
  edge: Edge
  words: string
  /** All answers of the question, in order. */
  siblings: Edge[]
  opened: boolean
  onToggle: () => void
}

/** An answer in words with where it leads; pressed, its fields. */
export function AnswerRow({ node, edge, words, siblings, opened, onToggle }: AnswerRowProps) {
  const store = useEditorStore()
  const readOnly = useEditor(state => state.readOnly)
  const target = useEditor(state => state.document.chart.nodes.find(each => each.id === edge.to))
  const handbook = useHandbook()
  const plain = siblings.filter(each => !each.otherwise)
  const at = plain.indexOf(edge)
  const [before, after] = [plain[at - 1], plain[at + 1]]

  /** Swaps two answers where they stand among all edges of the chart. */
  const swap = (other: Edge) =>
    store.getState().edit('Reorder answers', draft => {
      const list = draft.chart.edges
      const [i, j] = [edge, other].map(({ id }) => list.findIndex(each => each.id === id)) as [number, number]
      const first = list[i]!
      list[i] = list[j]!
      list[j] = first
    })
  const remove = () =>
    store.getState().edit('Remove answer', draft => {
      draft.chart.edges = draft.chart.edges.filter(each => each.id !== edge.id)
    })

  return (
    <div className={classes.answer}>
      <UnstyledButton className={classes.summary} aria-expanded={opened} onClick={onToggle}>
        <span className={`${classes.words} ${classes.strong}`}>{words}</span>
        <span className={classes.meta}>{target ? nodeTitle(target, handbook) : 'nowhere'}</span>
      </UnstyledButton>
      {opened && (
        <div className={classes.editor}>
          <AnswerEditor node={node} edge={edge} />
          <div className={classes.foot}>
            <ListTools
              label={`the answer “${words}”`}
              ordered={!edge.otherwise && plain.length > 1}
              onUp={at > 0 && before !== undefined && (() => swap(before))}
              onDown={at >= 0 && after !== undefined && (() => swap(after))}
            />
            {!readOnly && (
              <Button
                variant="subtle"
                color="err"
                size="compact-xs"
                aria-label={`Remove the answer “${words}”`}
                onClick={remove}
              >
                Remove answer
              </Button>
            )}
          </div>
        </div>
      )}
    </div>
  )
}
