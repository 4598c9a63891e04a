'use client'

import { useQuery } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import { createContext, type ReactNode, useContext, useEffect } from 'react'
import { Trouble } from './trouble'
import { goToSignIn, type Me, useTRPC } from './trpc'
import { Waiting } from './waiting'

const MeContext = createContext<Me | null>(null)

/** Whoever is signed in. Every page but the sign-in page is shown to somebody. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe is for pages behind the sign-in')
  return me
}

export const NO_CHANGES = 'Auditors can see everything and change nothing.'
export const ONLY_ADMINISTRATORS = 'Only administrators can do this.'

/** What the person who is signed in may do. The server asks again: this only decides what is shown. */
export function useMay() {
  const { role } = useMe()
  return { edit: role !== 'auditor', administer: role === 'administrator' }
}

/** Shows its children to people who are signed in, and sends others to the sign-in page. */
export function Session({ children }: { children: ReactNode }) {
  return usePathname() === '/sign-in' ? children : <SignedIn>{children}</SignedIn>
}

function SignedIn({ children }: { children: ReactNode }) {
  const trpc = useTRPC()
  const me = useQuery(trpc.auth.me.queryOptions(undefined, { staleTime: 60_000 }))
  const nobody = me.data === null
  useEffect(() => {
    if (nobody) goToSignIn()
  }, [nobody])
  if (me.data) return <MeContext.Provider value={me.data}>{children}</MeContext.Provider>
  if (me.error) return <Trouble page title="Remit did not open" error={me.error} retry={() => me.refetch()} />
  return <Waiting page>{nobody ? 'Going to the sign-in page' : 'Opening Remit'}</Waiting>
}
