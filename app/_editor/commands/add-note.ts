import { adding } from './adding'

export const addNote = adding('note')
