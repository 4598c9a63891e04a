import { moving } from './moving'

export const moveRight = moving('right', 'ArrowRight', 1, 0)
