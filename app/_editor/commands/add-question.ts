import { adding } from './adding'

export const addQuestion = adding('question')
