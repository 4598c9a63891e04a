import { goingToFinding } from './going-to-finding'

export const previousFinding = goingToFinding('previous-finding', 'Previous finding', 'Shift+F8', -1)
