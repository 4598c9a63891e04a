import { adding } from './adding'

export const addClose = adding('close')
