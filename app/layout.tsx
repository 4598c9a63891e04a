import './_shell/global.css'
import '@fontsource-variable/inter/index.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Providers } from './_shell/providers'

export const metadata: Metadata = {
  title: { default: 'Remit', template: '%s · Remit' },
  description: 'Draw an escalation policy; compile it into versioned decision tables, one for each tier.',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#1b1e25' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the request's nonce makes every page dynamic: a page from a cache would carry the nonce of another.
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang="en-GB" {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <Providers nonce={nonce}>{children}</Providers>
      </body>
    </html>
  )
}
