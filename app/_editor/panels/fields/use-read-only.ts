import { createContext, use } from 'react'
import { useEditor } from '../../document/store'

const Free = createContext(false)

/** Fields in here change nothing of the document, so that auditors fill them in as well: a case that a table is read by. */
export const FreeFields = Free

const Locked = createContext(false)

/** Fields in here belong to something that is changed elsewhere: an entry of a shared handbook. */
export const LockedFields = Locked

/** Whether a field shows its value only. */
export function useReadOnly(): boolean {
  const free = use(Free)
  const locked = use(Locked)
  const readOnly = useEditor(state => state.readOnly)
  return (readOnly || locked) && !free
}
