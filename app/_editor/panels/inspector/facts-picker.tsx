import type { NodeOf } from '@/compiler/language/kinds'
import { useEditor } from '../../document/store'
import { FieldGroup } from '../fields/field-group'
import { useHandbook } from '../use-handbook'
import { factTitle, sourceWords } from '../words/titles'
import { TYPE_WORDS } from '../words/types'
import { FactSelect } from './fact-select'
import classes from './inspector.module.css'
import { ListTools, moved } from './list-tools'
import { useNodeEdit } from './use-node-edit'

/** The facts that a question branches on, in the order in which they are asked. */
export function FactsPicker({ node }: { node: NodeOf<'question'> }) {
  const handbook = useHandbook()
  const { facts } = handbook
  const readOnly = useEditor(state => state.readOnly)
  const edit = useNodeEdit(node)
  // A question that was just put on the canvas has one fact without a name: it is still to be picked.
  const picked = node.facts.filter(id => id !== '')
  const many = picked.length > 1
  const set = (title: string, next: string[]) =>
    edit(title, draft => {
      draft.facts = next
    })
  return (
    <FieldGroup label="Decided by">
      <div className={classes.label}>
        <span>Decided by{many ? ', asked in this order' : ''}</span>
      </div>
      {picked.length > 0 && (
        <div className={classes.box}>
          {picked.map((id, index) => {
            const fact = facts[id]
            return (
              <div key={id} className={classes.row}>
                <span className={classes.words}>
                  {factTitle(id, handbook)}
                  <br />
                  <span className={classes.quiet}>
                    {fact ? `${TYPE_WORDS[fact.type]} · ${sourceWords(fact)}` : 'not in the handbook'}
                  </span>
                </span>
                <ListTools
                  label={factTitle(id, handbook)}
                  ordered={many}
                  onUp={index > 0 && (() => set('Reorder facts', moved(picked, index, index - 1)))}
                  onDown={
                    index < picked.length - 1 && (() => set('Reorder facts', moved(picked, index, index + 1)))
                  }
                  onRemove={() => {
                    const left = picked.filter(each => each !== id)
                    // A question without a fact is still to be told what decides it.
                    set('Remove fact from question', left.length > 0 ? left : [''])
                  }}
                />
              </div>
            )
          })}
        </div>
      )}
      {!readOnly && (
        <div style={{ marginTop: picked.length > 0 ? 6 : 0 }}>
          <FactSelect
            quiet
            label={picked.length > 0 ? 'Ask for another fact' : 'Pick the fact that decides'}
            placeholder={picked.length > 0 ? 'Ask for another fact…' : 'Pick the fact that decides…'}
            value={null}
            without={picked}
            onPick={id => set('Ask for another fact', [...picked, id])}
          />
        </div>
      )}
    </FieldGroup>
  )
}
