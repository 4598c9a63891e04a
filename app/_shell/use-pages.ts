import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query'

/** How much of a long list is asked for, and shown, at once. */
const PAGE = 50

/**
 * A long list, the newest first, a page at a time: `ask` gives up to `limit` of it from before a number on. `data` is
 * everything so far, in one list.
 */
export function usePages<Item extends { number: number }>(
  queryKey: QueryKey,
  ask: (page: { before?: number; limit: number }) => Promise<Item[]>,
) {
  const pages = useInfiniteQuery({
    queryKey: [...queryKey, 'pages'],
    queryFn: ({ pageParam }) => ask({ before: pageParam, limit: PAGE }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: last => (last.length === PAGE ? last.at(-1)!.number : undefined),
  })
  return { ...pages, data: pages.data?.pages.flat() }
}
