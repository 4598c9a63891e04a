import { moving } from './moving'

export const moveLeft = moving('left', 'ArrowLeft', -1, 0)
