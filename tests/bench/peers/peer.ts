import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const { resolve } = createRequire(join(process.cwd(), 'tests', 'bench', 'package.json'))

/**
 * A package that the product is compared with, out of this folder's own packages. Its shape is stated by who asks for
 * it, so that types can be checked where the peers are not installed.
 */
export const peer = async <T>(name: string): Promise<T> => import(pathToFileURL(resolve(name)).href)
