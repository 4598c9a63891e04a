'use client'

import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ROLES } from '../_shell/roles'
import { errorCode, errorSentence, type Me, useTRPC } from '../_shell/trpc'
import classes from './sign-in.module.css'
import { wayOn } from './way-on'

/** E-mail address and password; leads to the page that was asked for. */
export function SignIn({ next }: { next?: string }) {
  const trpc = useTRPC()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const passwordField = useRef<HTMLInputElement>(null)
  const go = ({ role }: Me) => window.location.assign(wayOn(next, window.location.origin, ROLES[role].home))

  const me = useQuery(trpc.auth.me.queryOptions())
  const already = me.data
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever is signed in already only passes through
  useEffect(() => {
    if (already) go(already)
  }, [already])

  const signIn = useMutation(
    trpc.auth.signIn.mutationOptions({
      onSuccess: go,
      onError: () => passwordField.current?.select(),
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ email: email.trim(), password })
  }
  const slowed = errorCode(signIn.error) === 'TOO_MANY_REQUESTS'

  return (
    <main className={classes.page}>
      <form className={classes.card} onSubmit={submit}>
        <div className={classes.mark} aria-hidden>
          R
        </div>
        <h1>Sign in to Remit</h1>
        <p className={classes.about}>Escalation policies, drawn and compiled.</p>
        <Stack gap="sm">
          {signIn.error && (
            <Alert
              color={slowed ? 'warn' : 'err'}
              role="alert"
              title={slowed ? 'Too many attempts' : 'Not signed in'}
            >
              {errorSentence(signIn.error)}
            </Alert>
          )}
          <TextInput
            label="E-mail address"
            type="email"
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
            value={email}
            onChange={event => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            ref={passwordField}
            label="Password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={event => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" fullWidth mt={6} loading={signIn.isPending || signIn.isSuccess}>
            Sign in
          </Button>
        </Stack>
      </form>
      <p className={classes.foot}>
        Accounts are given out by an administrator. The first one was printed where Remit was started for the
        first time.
      </p>
    </main>
  )
}
