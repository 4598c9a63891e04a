import { VisuallyHidden } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { dateAndTime } from '../_shell/dates'
import type { ContentProposal } from './proposal'
import classes from './proposal.module.css'

/** `stopped`: this far it came, and no further. */
type State = 'done' | 'now' | 'later' | 'stopped'
interface Step {
  title: string
  about: ReactNode
  state: State
}

const IN_WORDS: Record<State, string> = {
  done: 'done',
  now: 'this is next',
  later: 'still to come',
  stopped: 'it ended here',
}

const CHANNELS = ['staging', 'live'] as const

/** From draft to force, and how far this has come. */
export function ProposalSteps({ proposal }: { proposal: ContentProposal }) {
  return (
    <ol className={classes.steps} aria-label="From draft to force">
      {stepsOf(proposal).map(({ title, about, state }) => (
        <li key={title} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span className={classes.mark} aria-hidden>
            {state === 'done' && <IconCheck size={13} stroke={2.4} />}
            {state === 'stopped' && <IconX size={13} stroke={2.4} />}
          </span>
          <b>{title}</b>
          <VisuallyHidden>: {IN_WORDS[state]}.</VisuallyHidden>
          <span className={classes.about}>{about}</span>
        </li>
      ))}
    </ol>
  )
}

function stepsOf(proposal: ContentProposal): Step[] {
  const { outcome, standing, needed, version, policy } = proposal
  const published = outcome === 'applied'
  const enough = standing >= needed
  const stopped = outcome !== null && !published
  const lines = released(proposal)
  const handbook = proposal.of === 'handbook'
  return [
    { title: 'Draft', about: `revision ${proposal.revision}`, state: 'done' },
    { title: 'Proposed', about: dateAndTime(proposal.proposedAt), state: 'done' },
    {
      title: published ? 'Approved' : `Approved ${standing} of ${needed}`,
      about: stopped ? ENDED[outcome](proposal) : approvers(proposal),
      state: stopped ? 'stopped' : published || enough ? 'done' : 'now',
    },
    {
      title: 'Published',
      about: published ? (
        <Link href={`/policies/${policy.name}/versions/${version}`}>version {version}</Link>
      ) : (
        `as version ${version}`
      ),
      state: published ? 'done' : enough && !stopped ? 'now' : 'later',
    },
    {
      title: 'In force',
      about:
        lines.length > 0
          ? lines.join('; ')
          : handbook
            ? 'with the policies that take it in'
            : published
              ? 'on no channel now'
              : 'where and when you say',
      state: isInForce(proposal) ? 'done' : published ? 'now' : 'later',
    },
  ]
}

const ENDED: Record<'withdrawn' | 'returned' | 'replaced', (proposal: ContentProposal) => string> = {
  withdrawn: ({ closedBy }) => `withdrawn by ${closedBy}`,
  returned: ({ closedBy }) => `sent back by ${closedBy}`,
  replaced: ({ closedBy }) => `replaced by a newer proposal of ${closedBy}`,
}

const approvers = ({ approvals }: ContentProposal) =>
  approvals
    .filter(({ counts }) => counts)
    .map(({ by }) => by.name)
    .join(', ') || 'by somebody else'

const isInForce = ({ timeline }: ContentProposal) => CHANNELS.some(channel => timeline[channel].inForce)

const released = ({ timeline }: ContentProposal): string[] =>
  CHANNELS.flatMap(channel => {
    const { inForce, scheduled } = timeline[channel]
    const now = inForce ? [`${channel} since ${dateAndTime(inForce.since)}`] : []
    return [...now, ...scheduled.map(({ from }) => `${channel} from ${dateAndTime(from)}`)]
  })
