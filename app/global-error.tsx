'use client'

const page = {
  colorScheme: 'light dark',
  font: '14px/1.55 system-ui, sans-serif',
  maxWidth: '30em',
  margin: '0 auto',
  padding: '22vh 20px 20px',
  background: 'light-dark(#faf9f6, #14161b)',
  color: 'light-dark(#1d2433, #e8eaf0)',
} as const

const link = { color: 'light-dark(#2f5bd3, #83a5ff)' } as const

/** Shown where even the frame could not be drawn, so it stands on nothing: no theme, no components. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB" style={{ background: page.background, colorScheme: page.colorScheme }}>
      <body style={page}>
        <title>Remit stopped working</title>
        <main>
          <h1 style={{ fontSize: 18, margin: '0 0 6px' }}>Remit stopped working</h1>
          <p style={{ margin: '0 0 14px' }}>
            Nothing that was saved is lost.
            {error.digest && ` The server's log says more under ${error.digest}.`}
          </p>
          {/* A whole page load, which begins anew. */}
          <a href={'/'} style={link}>
            Open Remit again
          </a>
        </main>
      </body>
    </html>
  )
}
