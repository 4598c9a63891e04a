import { createContext, use } from 'react'
import type { Bounds } from './boxes'

const Context = createContext<ReadonlyMap<string, Bounds>>(new Map())

/** Where the cards are, for lines to lead around. */
export const ObstaclesProvider = Context
export const useObstacles = () => use(Context)
