import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../runtime/canonical-json'

/** `sha256-` and the hexadecimal digest of a value's canonical JSON in UTF-8. */
export const hashOf = (value: unknown): string =>
  `sha256-${bytesToHex(sha256(utf8ToBytes(canonicalJson(value))))}`
