import { moving } from './moving'

export const moveDown = moving('down', 'ArrowDown', 0, 1)
