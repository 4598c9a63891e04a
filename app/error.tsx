'use client'

import Link from 'next/link'
import { Trouble } from './_shell/trouble'

/** Shown where a page threw: the rest of Remit stays. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <main>
      <Trouble page title="This page stopped working" retry={reset}>
        Nothing that was saved is lost.{' '}
        {error.digest
          ? `The server's log says more under ${error.digest}. `
          : `What went wrong: ${(error.message || error.name).replace(/\.?$/, '. ')}`}
        <Link href="/">See the policies</Link>
      </Trouble>
    </main>
  )
}
