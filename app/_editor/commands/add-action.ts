import { adding } from './adding'

export const addAction = adding('action')
