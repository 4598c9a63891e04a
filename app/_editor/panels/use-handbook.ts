import { useShallow } from 'zustand/react/shallow'
import { handbookOf } from '../document/handbook-of'
import { useEditor } from '../document/store'

/** The handbook that the draft is read by, shared entries included. */
export const useHandbook = () => useEditor(useShallow(handbookOf))
