import { aligning } from './arranging'

export const alignMiddle = aligning('middle', 'Align middles', 'Shift+Y')
