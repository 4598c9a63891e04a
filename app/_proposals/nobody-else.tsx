import Link from 'next/link'
import { useMay } from '../_shell/session'

/** The way on where too few people may approve. */
export function NobodyElse() {
  const { administer } = useMay()
  return administer ? (
    <>
      Add somebody, or give somebody the right, under <Link href="/people">People</Link>.
    </>
  ) : (
    'An administrator can give somebody the right.'
  )
}
