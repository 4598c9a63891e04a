import { distributing } from './arranging'

export const distributeDown = distributing('y', 'distribute-down', 'Space evenly downwards', 'Shift+D')
