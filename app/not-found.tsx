import type { Metadata } from 'next'
import Link from 'next/link'
import { Frame } from './_shell/frame'
import { Trouble } from './_shell/trouble'

export const metadata: Metadata = { title: 'No such page' }

export default function NotFound() {
  return (
    <Frame>
      <Trouble page title="There is no such page">
        The address may be mistyped, or what stood here was removed. <Link href="/">See the policies</Link>
      </Trouble>
    </Frame>
  )
}
