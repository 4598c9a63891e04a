import { modals } from '@mantine/modals'
import { produce } from 'immer'
import { useState } from 'react'
import type { PolicyDocument } from '@/compiler/language/policy'
import type { Recipe } from '../../document/history'
import type { EditorStore } from '../../document/store'
import { useWhatIf } from '../../document/use-what-if'
import { ForeseenNote } from './foreseen-note'
import classes from './handbook.module.css'

/** So many places are a list; more are a number. */
const MOST = 8

interface Removal {
  store: EditorStore
  /** With its article and its name: “the tier “Senior desk””. */
  what: string
  /** Where it is used, in words. */
  uses: string[]
  /** The title of the step. */
  title: string
  recipe: Recipe
  /** What holds authority, or binds it, is not removed before it was said what that would do. */
  always?: boolean
  done?: () => void
}

/** Removes what nothing uses; asks first where something does, says where, and what removing it would do. */
export function askToRemove({ store, what, uses, title, recipe, always, done }: Removal) {
  const remove = () => {
    store.getState().edit(title, recipe)
    done?.()
  }
  if (uses.length === 0 && !always) return remove()
  modals.openConfirmModal({
    title: `Remove ${what}?`,
    children: <Question store={store} uses={uses} recipe={recipe} />,
    labels: { confirm: 'Remove it', cancel: 'Keep it' },
    confirmProps: { color: 'err' },
    onConfirm: remove,
  })
}

/** Dialogs lie outside the editor: what they need of it is handed to them. */
function Question({ store, uses, recipe }: Pick<Removal, 'store' | 'uses' | 'recipe'>) {
  const [would] = useState(() => produce(store.getState().document, draft => recipe(draft as PolicyDocument)))
  const foreseen = useWhatIf(store, would)
  return (
    <div className={classes.ask}>
      {uses.length > 0 && (
        <>
          <p>It is used in {uses.length === 1 ? 'one place' : `${uses.length} places`}:</p>
          <ul>
            {uses.slice(0, MOST).map(use => (
              <li key={use}>{use}</li>
            ))}
            {uses.length > MOST && <li>and {uses.length - MOST} more</li>}
          </ul>
        </>
      )}
      <ForeseenNote foreseen={foreseen} />
    </div>
  )
}
