import { fileURLToPath } from 'node:url'

/** The repository's folder. This file and the bundle of it (`.build/main.js`) both lie one folder below. */
export const root = fileURLToPath(new URL('..', import.meta.url))
