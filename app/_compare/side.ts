import type { Finding } from '@/compiler/language/finding'
import type { SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'

/** One of the two that are compared. Everything but its name and its document is for the sign-off sheet. */
export interface Side {
  /** "Version 7", "The draft": as it stands above its columns. */
  label: string
  /** A few words beside it: "in force", "saved 5 minutes ago by Ann". */
  about?: string
  document: PolicyDocument
  /** The version of a shared handbook that it takes in, where it does. */
  handbook?: SharedHandbook | null
  /** Names, times and hashes, as they are to stand on paper; what there is of them. */
  particulars?: Particular[]
  /** What was found in it at the time that the sheet is of; left out, what is found today. */
  findings?: Finding[]
}

export interface Particular {
  term: string
  value: string
  /** A hash: set so that it can be read off letter by letter. */
  code?: boolean
}

/** Somebody who signed, or a line for somebody to sign on. */
export interface Signature {
  /** "Proposed by", "Approved by". */
  role: string
  name?: string
  /** When, as it is to be read. */
  at?: string
  /** The hash of what was signed. */
  hash?: string
  note?: string
}

/** What an address calls a side: a version's number, or the draft. */
export type SideName = number | 'draft'

/** `null` for what is no side's name. */
export function readSide(text: string | null): SideName | null {
  if (text === 'draft') return 'draft'
  return text !== null && /^[1-9][0-9]{0,8}$/.test(text) ? Number(text) : null
}

export const sideLabel = (name: SideName): string => (name === 'draft' ? 'The draft' : `Version ${name}`)

/** The address of a comparison. */
export const compareAddress = (policy: string, from: SideName, to: SideName): string =>
  `/policies/${policy}/compare?from=${from}&to=${to}`
