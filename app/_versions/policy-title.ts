import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../_shell/trpc'

/** A policy's title, and its name until that is known. */
export function usePolicyTitle(policy: string): string {
  const trpc = useTRPC()
  const title = useQuery(
    trpc.policies.list.queryOptions(undefined, {
      select: policies => policies.find(({ name }) => name === policy)?.title,
    }),
  )
  return title.data ?? policy
}
