import { useMemo } from 'react'
import { Comparison } from '../_compare/comparison'
import type { Side, Signature } from '../_compare/side'
import { useSide } from '../_compare/use-side'
import { dateAndTime } from '../_shell/dates'
import { Trouble } from '../_shell/trouble'
import { Waiting } from '../_shell/waiting'
import type { ContentProposal as OfAny } from './proposal'
import classes from './proposal.module.css'

type ContentProposal = Extract<OfAny, { of: 'policy' }>

/** What the proposal decides otherwise than the live version: this is what its approver signs, and it can be printed. */
export function WhatChanges({ proposal }: { proposal: ContentProposal }) {
  const { policy, comparedWith } = proposal
  const { side: before, error, retry } = useSide(policy.name, comparedWith)
  const to = useMemo(() => sideOf(proposal), [proposal])
  return (
    <section aria-label="What it changes" className={classes.changes}>
      {comparedWith === null && (
        <p className={classes.quiet}>
          It is the first version that is to be in force: there is nothing to compare it with.
        </p>
      )}
      {error !== null && error !== undefined && (
        <Trouble title={`Version ${comparedWith} did not load`} error={error} retry={retry} />
      )}
      {comparedWith !== null && !before && !error && <Waiting>Loading version {comparedWith}</Waiting>}
      {before && (
        <Comparison within policy={policy} from={before} to={to} signatures={signaturesOf(proposal)} />
      )}
    </section>
  )
}

function sideOf(proposal: ContentProposal): Side {
  const { number, document, hash, proposedAt, proposedBy, editors, revision, findings } = proposal
  return {
    label: `Proposal ${number}`,
    about: `proposed ${dateAndTime(proposedAt)} by ${proposedBy.name}`,
    document,
    findings,
    particulars: [
      { term: 'Proposed', value: `${dateAndTime(proposedAt, true)} by ${proposedBy.name}` },
      { term: 'Revision', value: String(revision) },
      { term: 'Edited by', value: editors.map(({ name }) => name).join(', ') },
      { term: 'Content', value: hash, code: true },
    ],
  }
}

function signaturesOf({ proposedBy, proposedAt, note, hash, approvals, needed, outcome }: ContentProposal) {
  const approved: Signature[] = approvals
    .filter(({ takenBackAt }) => takenBackAt === null)
    .map(({ by, at, note }) => ({
      role: 'Approved by',
      name: by.name,
      at: dateAndTime(at, true),
      hash,
      note: note ?? undefined,
    }))
  const missing = outcome === null ? Math.max(0, needed - approved.length) : 0
  return [
    {
      role: 'Proposed by',
      name: proposedBy.name,
      at: dateAndTime(proposedAt, true),
      hash,
      note: note ?? undefined,
    },
    ...approved,
    ...Array.from({ length: missing }, (): Signature => ({ role: 'Approved by' })),
  ]
}
