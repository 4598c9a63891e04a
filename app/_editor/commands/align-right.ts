import { aligning } from './arranging'

export const alignRight = aligning('right', 'Align right edges', 'Mod+Shift+ArrowRight')
