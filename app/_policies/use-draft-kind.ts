import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../_shell/trpc'

/** Whether something is a policy, or a handbook that policies share; `known` once that is asked, whatever came of it. */
export function useDraftKind(policy: string) {
  const trpc = useTRPC()
  const found = useQuery(
    trpc.policies.list.queryOptions(undefined, {
      select: policies => policies.find(({ name }) => name === policy)?.kind,
    }),
  )
  return { kind: found.data, known: !found.isPending }
}
