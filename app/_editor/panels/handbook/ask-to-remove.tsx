import { modals } from '@mantine/modals'
import classes from './handbook.module.css'

/** So many places are a list; more are a number. */
const MOST = 8

/** Removes what nothing uses; asks first where something does, and says where. */
export function askToRemove(what: string, uses: string[], remove: () => void) {
  if (uses.length === 0) return remove()
  modals.openConfirmModal({
    title: `Remove ${what}?`,
    children: (
      <div className={classes.ask}>
        <p>
          It is used in {uses.length === 1 ? 'one place' : `${uses.length} places`}, which will be errors
          until they are mended:
        </p>
        <ul>
          {uses.slice(0, MOST).map(use => (
            <li key={use}>{use}</li>
          ))}
          {uses.length > MOST && <li>and {uses.length - MOST} more</li>}
        </ul>
      </div>
    ),
    labels: { confirm: 'Remove it', cancel: 'Keep it' },
    confirmProps: { color: 'err' },
    onConfirm: remove,
  })
}
