import { aligning } from './arranging'

export const alignLeft = aligning('left', 'Align left edges', 'Mod+Shift+ArrowLeft')
