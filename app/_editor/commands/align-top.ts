import { aligning } from './arranging'

export const alignTop = aligning('top', 'Align upper edges', 'Mod+Shift+ArrowUp')
