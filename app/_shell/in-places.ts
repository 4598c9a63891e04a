import { Children, type ReactNode } from 'react'

/**
 * Draws what stays in its place for as long as it is shown: the lines of a decision, the parts of a text, the rows of what
 * was worked out once. Its place is what each is known by; what people add, move or take out has an identity of its own.
 */
export const inPlaces = <T>(items: readonly T[], draw: (item: T, place: number) => ReactNode): ReactNode =>
  Children.toArray(items.map(draw))
