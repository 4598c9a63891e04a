import { goingToFinding } from './going-to-finding'

export const nextFinding = goingToFinding('next-finding', 'Next finding', 'F8', 1)
