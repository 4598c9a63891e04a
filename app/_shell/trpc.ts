import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import type { AppRouter } from '@/server/router'

export type Outputs = inferRouterOutputs<AppRouter>
export type Inputs = inferRouterInputs<AppRouter>
export type Me = NonNullable<Outputs['auth']['me']>

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>()

export const makeTrpcClient = () =>
  createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: '/api/trpc', maxURLLength: 4000 })] })

/** The API's error, where it is one; anything else means that the server was not reached. */
export const apiError = (error: unknown): TRPCClientError<AppRouter> | null =>
  error instanceof TRPCClientError && error.data ? (error as TRPCClientError<AppRouter>) : null

/** tRPC's code of an error, such as `CONFLICT`; `UNREACHABLE` where the server did not answer. */
export const errorCode = (error: unknown): string => apiError(error)?.data?.code ?? 'UNREACHABLE'

/** A sentence for the person in front of the screen. */
export const errorSentence = (error: unknown): string =>
  apiError(error)?.message ?? 'Remit cannot be reached. Check your connection, and try again.'

/** Where to sign in, and to come back from. */
export function signInAddress(): string {
  const here = window.location.pathname + window.location.search
  return here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`
}

/** Leaves for the sign-in page, which leads back here. A whole page load: nothing of the old session stays. */
export function goToSignIn(): void {
  if (window.location.pathname !== '/sign-in') window.location.assign(signInAddress())
}

function signedOut(error: unknown): void {
  if (errorCode(error) === 'UNAUTHORIZED') goToSignIn()
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: signedOut }),
    mutationCache: new MutationCache({ onError: signedOut }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // What the server answered, it will answer again; only silence is worth another try.
        retry: (failures, error) => apiError(error) === null && failures < 2,
      },
    },
  })
}
