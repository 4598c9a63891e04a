import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import Link from 'next/link'
import states from '../_shell/states.module.css'
import type { Refusal, Which } from './comparing'
import classes from './comparison.module.css'
import type { Side } from './side'

interface RefusedProps {
  policy: string
  refusal: Refusal | { is: 'stopped' }
  sides: Record<Which, Side>
}

const FINDINGS = 5

/** Why two versions cannot be compared, and what to do about it. */
export function Refused({ policy, refusal, sides }: RefusedProps) {
  const told = words(refusal, sides)
  return (
    <div role="alert" className={states.state} data-tall>
      <IconAlertTriangle size={22} stroke={1.6} className={states.bad} aria-hidden />
      <h1>{told.title}</h1>
      <p>{told.because}</p>
      {refusal.is === 'errors' && (
        <ul className={classes.errors}>
          {refusal.findings.slice(0, FINDINGS).map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
          {refusal.findings.length > FINDINGS && <li>… and {refusal.findings.length - FINDINGS} more</li>}
        </ul>
      )}
      <Button component={Link} href={`/policies/${policy}/edit`} variant="default">
        Open the chart
      </Button>
    </div>
  )
}

function words(refusal: RefusedProps['refusal'], sides: Record<Which, Side>) {
  switch (refusal.is) {
    case 'errors': {
      const { label } = sides[refusal.which]
      const errors = refusal.findings.length === 1 ? 'an error' : `${refusal.findings.length} errors`
      return {
        title: `${label} has ${errors}`,
        because:
          'What has errors does not decide every case, so that it cannot be said what would change. Mend them first; each is a finding in the editor.',
      }
    }
    case 'too-large':
      return {
        title: 'These versions are too large to be compared in full',
        because: `For ${refusal.tier} one of them has more cases than can be told apart. Where a question has very many answers over several facts, parting it into questions of one fact each helps. What differs on the charts and in the handbook is told below all the same.`,
      }
    case 'too-different':
      return {
        title: 'These versions differ in more ways than can be told apart',
        because: `For ${refusal.tier} so many changes come together that their combinations cannot all be told. Compare with a version in between, so that there are fewer at a time. What differs on the charts and in the handbook is told below all the same.`,
      }
    case 'stopped':
      return {
        title: 'The comparison stopped',
        because:
          'Your browser ended it before it was done, most likely for want of memory. Reload the page to try again.',
      }
  }
}
