import { useEditor } from '../../../document/store'
import classes from './shared.module.css'

interface SharedMarkProps {
  part: 'facts' | 'actions' | 'guardrails'
  id: string
}

/** Says of an entry that it comes from the shared handbook, where it does. */
export function SharedMark({ part, id }: SharedMarkProps) {
  const shared = useEditor(({ document: { handbook } }) => {
    if (!('from' in handbook)) return false
    return part === 'guardrails'
      ? !handbook.guardrails?.some(rule => rule.id === id)
      : !Object.hasOwn(handbook[part] ?? {}, id)
  })
  return shared ? <span className={classes.mark}>shared</span> : null
}
