import type { CheckWorker } from './checking'

/** A worker of its own, in which the whole compiler runs beside the page. */
export const makeCheckWorker = (): CheckWorker => new Worker(new URL('./check.worker.ts', import.meta.url))
