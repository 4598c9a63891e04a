'use client'

/** Shown where even the frame could not be drawn, so it stands on nothing: no theme, no components. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB">
      <body
        style={{ font: '15px/1.5 system-ui, sans-serif', maxWidth: '34em', margin: '20vh auto', padding: 20 }}
      >
        <title>Remit stopped working</title>
        <h1 style={{ fontSize: 20 }}>Remit stopped working</h1>
        <p>
          Nothing that was saved is lost. <a href={'/'}>Open Remit again</a>
          {error.digest && `; the server's log says more under ${error.digest}`}.
        </p>
      </body>
    </html>
  )
}
