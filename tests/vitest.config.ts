import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = resolve(import.meta.dirname, '..')
const resolved = { alias: { '@': root } }

/** Every test but the journeys, which run in a browser. Those of the server share one that really runs. */
export default defineConfig({
  root,
  resolve: resolved,
  test: {
    projects: [
      {
        resolve: resolved,
        test: {
          name: 'pure',
          root,
          include: ['tests/{compiler,editor,house}/**/*.test.{ts,tsx}'],
          testTimeout: 120_000,
        },
      },
      {
        resolve: resolved,
        test: {
          name: 'server',
          root,
          include: ['tests/server/**/*.test.ts'],
          globalSetup: ['tests/server/harness/shared-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
