import { aligning } from './arranging'

export const alignBottom = aligning('bottom', 'Align lower edges', 'Mod+Shift+ArrowDown')
