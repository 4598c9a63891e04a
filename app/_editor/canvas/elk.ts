import ELK from 'elkjs/lib/elk-api'
import { type LayoutRequest, layoutChart } from './layout'

let elk: InstanceType<typeof ELK> | null = null

/** Lays a chart out in a worker of its own, made when it is first needed. */
export function layoutInWorker(request: LayoutRequest) {
  elk ??= new ELK({ workerFactory: () => new Worker(new URL('./elk.worker.ts', import.meta.url)) })
  return layoutChart(elk, request)
}
