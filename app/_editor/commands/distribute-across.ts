import { distributing } from './arranging'

export const distributeAcross = distributing('x', 'distribute-across', 'Space evenly across', 'Shift+A')
