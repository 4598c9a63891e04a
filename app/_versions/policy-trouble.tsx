import Link from 'next/link'
import { Trouble } from '../_shell/trouble'
import { errorCode } from '../_shell/trpc'

interface PolicyTroubleProps {
  policy: string
  /** What did not work, in a few words. */
  what: string
  error: unknown
  retry: () => void
}

/** Something of a policy did not load; where there is no such policy, another try would not help. */
export function PolicyTrouble({ policy, what, error, retry }: PolicyTroubleProps) {
  const code = errorCode(error)
  if (code !== 'NOT_FOUND' && code !== 'BAD_REQUEST')
    return <Trouble page title={what} error={error} retry={retry} />
  return (
    <Trouble page title={`There is no policy named “${policy}”`}>
      It may have been removed, or the address is mistyped. <Link href="/">See the policies</Link>
    </Trouble>
  )
}
