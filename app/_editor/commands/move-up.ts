import { moving } from './moving'

export const moveUp = moving('up', 'ArrowUp', 0, -1)
