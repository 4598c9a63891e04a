import { Button, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { NodeOf } from '@/compiler/language/kinds'
import type { Edge } from '@/compiler/language/policy'
import { useEditor, useEditorStore } from '../../document/store'
import { edgesFrom, type Way, waysOut } from '../../document/ways-out'
import { nodeTitle } from '../../kinds'
import { useHandbook } from '../use-handbook'
import { whenWords } from '../words/titles'
import { AnswerEditor } from './answer-editor'
import classes from './inspector.module.css'
import { leadTo } from './lead-to'
import { ListTools } from './list-tools'
import { NodePicker } from './node-picker'

/** The answers of a question, each an edge; and those that are missing, in the words of the card and the findings. */
export function Answers({ node }: { node: NodeOf<'question'> }) {
  const store = useEditorStore()
  const document = useEditor(state => state.document)
  const readOnly = useEditor(state => state.readOnly)
  const selected = useEditor(state => state.selection.edges)
  const handbook = useHandbook()
  const edges = edgesFrom(document, node.id)
  const ways = waysOut(node, edges, handbook.facts)
  const [opened, setOpened] = useState<string | null>(null)
  const open =
    edges.find(edge => edge.id === opened)?.id ?? edges.find(edge => selected.includes(edge.id))?.id
  const alone = node.facts.length === 1 ? node.facts[0] : undefined
  const add = ways.find(way => way.is === 'add')
  const missing = ways.filter(way => way.is === 'missing')
  const plain = edges.filter(edge => !edge.otherwise)

  const titleOf = (id: string) => {
    const target = document.chart.nodes.find(each => each.id === id)
    return target ? nodeTitle(target, handbook) : 'nowhere'
  }
  const answer = (way: Way, target: Parameters<typeof leadTo>[3]) => {
    const id = leadTo(store, node.id, way, target)
    if (id) setOpened(id)
  }
  /** Swaps two answers where they stand among all edges of the chart. */
  const swap = (a: Edge, b: Edge) =>
    store.getState().edit('Reorder answers', draft => {
      const list = draft.chart.edges
      const [i, j] = [a, b].map(edge => list.findIndex(each => each.id === edge.id)) as [number, number]
      const first = list[i]!
      list[i] = list[j]!
      list[j] = first
    })
  const remove = (edge: Edge) =>
    store.getState().edit('Remove answer', draft => {
      draft.chart.edges = draft.chart.edges.filter(each => each.id !== edge.id)
    })

  return (
    <div role="group" aria-label="Answers">
      <div className={classes.label}>
        <span>Answers{node.hit === 'first' ? '; the first that holds counts' : ''}</span>
      </div>
      {(edges.length > 0 || missing.length > 0) && (
        <div className={classes.box}>
          {ways.map(way => {
            if (way.is !== 'answer') return null
            const { edge } = way
            const words = edge.otherwise
              ? 'otherwise'
              : whenWords(edge.when ?? {}, handbook, alone, document.timeZone)
            const at = plain.indexOf(edge)
            const [before, after] = [plain[at - 1], plain[at + 1]]
            return (
              <div key={edge.id} className={classes.answer}>
                <UnstyledButton
                  className={classes.summary}
                  aria-expanded={open === edge.id}
                  onClick={() => setOpened(open === edge.id ? '' : edge.id)}
                >
                  <span className={`${classes.words} ${classes.strong}`}>{words}</span>
                  <span className={classes.meta}>{titleOf(edge.to)}</span>
                </UnstyledButton>
                {open === edge.id && (
                  <div className={classes.editor}>
                    <AnswerEditor node={node} edge={edge} />
                    <div className={classes.foot}>
                      <ListTools
                        label={`the answer “${words}”`}
                        ordered={!edge.otherwise && plain.length > 1}
                        onUp={at > 0 && before !== undefined && (() => swap(edge, before))}
                        onDown={at >= 0 && after !== undefined && (() => swap(edge, after))}
                      />
                      {!readOnly && (
                        <Button
                          variant="subtle"
                          color="err"
                          size="compact-xs"
                          aria-label={`Remove the answer “${words}”`}
                          onClick={() => remove(edge)}
                        >
                          Remove answer
                        </Button>
                      )}
                    </div>
                  </div>
                )}
              </div>
            )
          })}
          {missing.map(way => {
            const words = whenWords(way.when, handbook, alone, document.timeZone)
            return (
              <div key={way.handle} className={classes.row} data-missing>
                <span className={classes.words}>{words}: no answer</span>
                {!readOnly && (
                  <NodePicker
                    label={`Add an answer for ${words}`}
                    from={node.id}
                    onPick={target => answer(way, target)}
                    opener={toggle => (
                      <Button
                        variant="transparent"
                        size="compact-xs"
                        aria-label={`Add an answer for ${words}`}
                        onClick={toggle}
                      >
                        Add answer
                      </Button>
                    )}
                  />
                )}
              </div>
            )
          })}
        </div>
      )}
      {add && !readOnly && (
        <NodePicker
          label="Add an answer"
          from={node.id}
          onPick={target => answer(add.when ? add : { ...add, when: {} }, target)}
          opener={toggle => (
            <Button
              variant="subtle"
              size="compact-xs"
              mt={6}
              leftSection={<IconPlus size={12} />}
              onClick={toggle}
            >
              Add an answer
            </Button>
          )}
        />
      )}
    </div>
  )
}
