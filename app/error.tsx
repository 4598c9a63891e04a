'use client'

import { Trouble } from './_shell/trouble'

/** Shown where a page threw. What leads on loads anew: nothing that the page had read is trusted. */
export default function PageError({ error }: { error: Error & { digest?: string } }) {
  return (
    <main>
      <Trouble page title="This page stopped working" retry={() => window.location.reload()}>
        Nothing that was saved is lost.{' '}
        {error.digest
          ? `The server's log says more under ${error.digest}. `
          : `What went wrong: ${(error.message || error.name).replace(/\.?$/, '. ')}`}
        <a href={'/'}>See the policies</a>
      </Trouble>
    </main>
  )
}
