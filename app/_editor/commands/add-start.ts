import { adding } from './adding'

export const addStart = adding('start')
