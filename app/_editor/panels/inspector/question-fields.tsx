import { Switch } from '@mantine/core'
import type { NodeOf } from '@/compiler/language/kinds'
import { useEditor } from '../../document/store'
import { useHandbook } from '../use-handbook'
import { Answers } from './answers'
import { SayField } from './common-fields'
import { FactsPicker } from './facts-picker'
import classes from './inspector.module.css'
import { useNodeEdit } from './use-node-edit'

const SAY_HINTS = {
  clock: 'Nothing: the clock knows',
  record: 'Nothing: the record tells',
  customer: 'What the agent asks the customer',
  agent: 'Words while the agent looks into it',
  team: 'Words before the customer holds: “Please hold.”',
} as const

/** A question: what decides it, its answers, and the words. */
export function QuestionFields({ node }: { node: NodeOf<'question'> }) {
  const { facts } = useHandbook()
  const readOnly = useEditor(state => state.readOnly)
  const edit = useNodeEdit(node)
  const source = node.facts.map(id => facts[id]?.source).find(each => each !== undefined)
  const picked = node.facts.some(id => id !== '')
  const first = node.hit === 'first'
  return (
    <>
      <FactsPicker node={node} />
      {picked && (
        <>
          <Answers node={node} />
          <div className={classes.hint}>
            {first
              ? 'Answers may overlap: the one that stands first counts.'
              : 'Answers may not overlap, and together they have to cover every case.'}
            <Switch
              mt={8}
              size="xs"
              label="Let the order decide"
              checked={first}
              disabled={readOnly}
              onChange={event => {
                const order = event.currentTarget.checked
                edit(order ? 'Let the order decide' : 'Allow no overlap', draft => {
                  if (order) draft.hit = 'first'
                  else delete draft.hit
                })
              }}
            />
          </div>
        </>
      )}
      <SayField
        node={node}
        say="What the agent says to find out"
        sayPlaceholder={source ? SAY_HINTS[source] : undefined}
      />
    </>
  )
}
