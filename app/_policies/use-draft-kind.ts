import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../_shell/trpc'

/** Whether something is a policy, or a handbook that policies share; undefined until that is known. */
export function useDraftKind(policy: string) {
  const trpc = useTRPC()
  return useQuery(
    trpc.policies.list.queryOptions(undefined, {
      select: policies => policies.find(({ name }) => name === policy)?.kind,
    }),
  ).data
}
