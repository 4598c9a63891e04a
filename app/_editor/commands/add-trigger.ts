import { adding } from './adding'

export const addTrigger = adding('trigger')
