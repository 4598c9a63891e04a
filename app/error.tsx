'use client'

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
    <Trouble page title="This page stopped working" retry={reset}>
      {error.digest
        ? `Nothing that was saved is lost. The server's log says more under ${error.digest}.`
        : `Nothing that was saved is lost. What went wrong: ${error.message || error.name}.`}
    </Trouble>
  )
}
