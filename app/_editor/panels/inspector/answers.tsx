import { Button } from '@mantine/core'
import { IconPlus, IconTable } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { NodeOf } from '@/compiler/language/kinds'
import { cardRows } from '../../canvas/card-rows'
import { useCommands } from '../../commands/commands-provider'
import { useEditor } from '../../document/store'
import { edgesFrom, type Way, waysOut } from '../../document/ways-out'
import { FieldGroup } from '../fields/field-group'
import { useHandbook } from '../use-handbook'
import { AnswerRow } from './answer-row'
import classes from './inspector.module.css'
import { leadTo } from './lead-to'
import { NodePicker, type Target } from './node-picker'

const NO_MARKS = new Map()
/** More answers than these are read in the table. */
const MOST = 40

/** The answers of a question, each an edge, and those that are missing: the rows of its card, in the same words. */
export function Answers({ node }: { node: NodeOf<'question'> }) {
  const { context } = useCommands()
  const document = useEditor(state => state.document)
  const readOnly = useEditor(state => state.readOnly)
  const selected = useEditor(state => state.selection.edges)
  const gap = useEditor(state =>
    state.findings.find(each => each.code === 'gap' && each.nodes?.[0] === node.id),
  )
  const handbook = useHandbook()
  const [opened, setOpened] = useState<string | null>(null)
  const { timeZone } = document
  const [ways, rows, more] = useMemo(() => {
    const all = waysOut(node, edgesFrom(document, node.id), handbook.facts)
    const ways = all.filter((way, i) => i < MOST || way.is !== 'answer')
    const rows = cardRows({ node, ways, handbook, timeZone, gap, marks: NO_MARKS })
    return [ways, rows, all.length - ways.length]
  }, [node, document, handbook, timeZone, gap])
  const edges = ways.flatMap(way => (way.is === 'answer' ? [way.edge] : []))
  const open = opened ?? edges.find(edge => selected.includes(edge.id))?.id
  const add = ways.find((way): way is Way & { is: 'add' } => way.is === 'add')

  const lead = (way: Way, target: Target) => setOpened(leadTo(context, node.id, way, target) ?? null)

  return (
    <FieldGroup label="Answers">
      <div className={classes.label}>
        <span>Answers{node.hit === 'first' ? '; the first that holds counts' : ''}</span>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconTable size={13} />}
          onClick={() => context.store.getState().openTable(node.id)}
        >
          As a table
        </Button>
      </div>
      {rows.some(row => row.is !== 'add') && (
        <div className={classes.box}>
          {rows.map(row => {
            const way = ways.find(each => each.handle === row.handle)
            if (!way || row.is === 'add') return null
            if (way.is === 'answer')
              return (
                <AnswerRow
                  key={row.handle}
                  node={node}
                  edge={way.edge}
                  words={row.words}
                  siblings={edges}
                  opened={open === way.edge.id}
                  onToggle={() => setOpened(open === way.edge.id ? '' : way.edge.id)}
                />
              )
            return (
              <div key={row.handle} className={classes.row} data-missing={row.is === 'missing' || undefined}>
                <span className={classes.words}>{row.words}</span>
                {!readOnly && (
                  <NodePicker
                    label={`Add an answer for ${row.words.replace(/: no answer$/, '')}`}
                    from={node.id}
                    onPick={target => lead(way, target)}
                    opener={toggle => (
                      <Button
                        variant="transparent"
                        size="compact-xs"
                        aria-label={`Add an answer for ${row.words.replace(/: no answer$/, '')}`}
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
      {more > 0 && (
        <Button
          variant="subtle"
          size="compact-xs"
          mt={6}
          leftSection={<IconTable size={12} />}
          onClick={() => context.store.getState().openTable(node.id)}
        >
          {more} more in the table
        </Button>
      )}
      {add && !readOnly && (
        <NodePicker
          label="Add an answer"
          align="start"
          from={node.id}
          // Which cases it is for, one says in the row that opens.
          onPick={target => lead({ ...add, when: add.when ?? {} }, target)}
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
    </FieldGroup>
  )
}
