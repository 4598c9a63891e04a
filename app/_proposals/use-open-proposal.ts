import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../_shell/trpc'

/** What of a policy's content is proposed and not decided yet. */
export function useOpenProposal(policy: string) {
  const trpc = useTRPC()
  const open = useQuery(
    trpc.policies.list.queryOptions(undefined, {
      select: policies =>
        policies.find(({ name }) => name === policy)?.waiting.find(({ kind }) => kind === 'content') ?? null,
    }),
  )
  return open.data ?? null
}
