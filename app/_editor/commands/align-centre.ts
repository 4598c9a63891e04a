import { aligning } from './arranging'

export const alignCentre = aligning('centre', 'Align centres', 'Shift+X')
