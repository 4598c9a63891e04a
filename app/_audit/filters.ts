import type { Inputs } from '../_shell/trpc'

/** What the page shows of the log, as its fields hold it: nothing stands for “all”. */
export interface Shown {
  search: string
  person: string | null
  act: string | null
  policy: string | null
  /** Days, such as 2026-11-22, in the viewer’s own zone; the last one belongs to it. */
  from: string
  until: string
}

export const EVERYTHING: Shown = { search: '', person: null, act: null, policy: null, from: '', until: '' }

export type Filter = NonNullable<NonNullable<Inputs['audit']['list']>['filter']>

/** The same for the server: moments in the place of days, and only what is asked for. */
export function filterOf({ search, person, act, policy, from, until }: Shown): Filter {
  return {
    ...(search.trim() && { search: search.trim() }),
    ...(person && { person }),
    ...(act && { act: act as Filter['act'] }),
    ...(policy && { policy }),
    ...(from && { from: startOf(from, 0) }),
    ...(until && { until: startOf(until, 1) }),
  }
}

/** When a day begins, or one some days after it. */
function startOf(day: string, later: number): string {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(year!, month! - 1, date! + later).toISOString()
}

/** Where what is shown can be had as a file. */
export function exportAddress(kind: 'jsonl' | 'csv', filter: Filter = {}): string {
  const query = new URLSearchParams(filter as Record<string, string>).toString()
  return `/api/audit/log.${kind}${query && `?${query}`}`
}
