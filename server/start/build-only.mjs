import { resolve } from 'node:path'
import { build } from './build.mjs'

/** Builds what `npm start` would build, and starts nothing: for images. */
await build(resolve(import.meta.dirname, '..', '..'))
