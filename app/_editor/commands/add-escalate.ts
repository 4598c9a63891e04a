import { adding } from './adding'

export const addEscalate = adding('escalate')
