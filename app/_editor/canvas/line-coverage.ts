'use client'

import { followable } from '../document/followable'
import { useEditor } from '../document/store'
import { coverageOf } from '../panels/scenarios/coverage-of'

/** How many scenarios take a line; undefined where that is not shown. */
export const useTaken = (edge: string): number | undefined =>
  useEditor(state => {
    const policy = state.coverage ? followable(state) : null
    return policy ? coverageOf(policy).get(edge) : undefined
  })
