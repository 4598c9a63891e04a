import type { Icon } from '@tabler/icons-react'
import type { Handbook } from '@/compiler/language/handbook'
import type { NodeKind, NodeOf } from '@/compiler/language/kinds'

/** The heading of a card. `empty`: nothing was chosen yet, and the text says what to choose. */
export interface Heading {
  text: string
  empty?: boolean
}

/**
 * The view half of a node kind; its data half is the file of the same name in `compiler/language/kinds`. All words
 * come from the node and its handbook alone, and none of them fails on a draft that is not finished.
 */
export interface KindView<K extends NodeKind> {
  kind: K
  /** The letter of the palette. */
  letter: string
  /** For palettes and menus; a card may show a more telling one. */
  icon: Icon
  cardIcon(node: NodeOf<K>, handbook: Handbook): Icon
  /** What kind of step it is, beside the icon: "Question · from the clock". */
  word(node: NodeOf<K>, handbook: Handbook): string
  heading(node: NodeOf<K>, handbook: Handbook): Heading
  /** Lines below the heading: parameters, offers, time limits. */
  details(node: NodeOf<K>, handbook: Handbook): string[]
  /** Words for the customer, shown in quotation marks. */
  say(node: NodeOf<K>): string | undefined
  /** `pill`: a small round card of one line; `memo`: a slip of paper beside the chart. */
  shape(node: NodeOf<K>): 'card' | 'pill' | 'memo'
}

export const defineView = <K extends NodeKind>(view: KindView<K>) => view
