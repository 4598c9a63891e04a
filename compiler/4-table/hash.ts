import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** `sha256-` and the hexadecimal digest of a canonical JSON text in UTF-8. */
export const hashOf = (canonical: string): string => `sha256-${bytesToHex(sha256(utf8ToBytes(canonical)))}`
