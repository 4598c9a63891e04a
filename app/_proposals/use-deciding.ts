import { useMutation, useQueryClient } from '@tanstack/react-query'
import { notifyDone, notifyTrouble } from '../_shell/notify'
import { useTRPC, useTRPCClient } from '../_shell/trpc'
import type { Proposal } from './proposal'

/** Everything that closes a proposal, or counts for it, but publishing. */
export function useDeciding(proposal: Proposal) {
  const client = useTRPCClient()
  const refresh = useRefreshed()
  const {
    number,
    hash,
    policy: { name: policy },
  } = proposal
  const said = (done: string, trouble: string) => ({
    onSuccess: () => {
      notifyDone(done)
      return refresh()
    },
    onError: (error: unknown) => {
      notifyTrouble(trouble, error)
      void refresh()
    },
  })
  const unchanged = `Proposal ${number} is as it was`
  return {
    approve: useMutation({
      mutationFn: () =>
        client.proposals.approve.mutate({
          policy,
          number,
          hash,
          // What was on the screen is what is signed.
          comparedWith: proposal.kind === 'content' ? proposal.inForce : null,
        }),
      ...said(`You have approved proposal ${number}.`, 'It is not approved'),
    }),
    takeBack: useMutation({
      mutationFn: () => client.proposals.takeBack.mutate({ policy, number }),
      ...said(`Your approval of proposal ${number} counts no more.`, unchanged),
    }),
    sendBack: useMutation({
      mutationFn: (reason: string) => client.proposals.sendBack.mutate({ policy, number, reason }),
      ...said(`Proposal ${number} is sent back.`, unchanged),
    }),
    withdraw: useMutation({
      mutationFn: (reason: string) =>
        client.proposals.withdraw.mutate({ policy, number, reason: reason || undefined }),
      ...said(`Proposal ${number} is withdrawn.`, unchanged),
    }),
  }
}

/** Asks again for everything that a decision changes on any page. */
export function useRefreshed() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return () =>
    Promise.all(
      [trpc.proposals, trpc.releases, trpc.versions, trpc.policies].map(part =>
        queries.invalidateQueries({ queryKey: part.pathKey() }),
      ),
    )
}
