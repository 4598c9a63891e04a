'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { asPolicy } from '../_editor/document/as-policy'
import { dateAndTime, relative } from '../_shell/dates'
import { type Outputs, useTRPC } from '../_shell/trpc'
import { type Side, type SideName, sideLabel } from './side'

interface SideState {
  side: Side | null
  error: unknown
  retry: () => void
}

/** A version, or the draft as it is saved now; loaded again only where that is asked for, since people read in between. */
export function useSide(policy: string, name: SideName | null): SideState {
  const trpc = useTRPC()
  const number = typeof name === 'number' ? name : null
  const version = useQuery({
    ...trpc.versions.get.queryOptions(
      { policy, number: number ?? 1 },
      { staleTime: Number.POSITIVE_INFINITY },
    ),
    enabled: number !== null,
  })
  const draft = useQuery({
    ...trpc.drafts.get.queryOptions({ policy }),
    enabled: name === 'draft',
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
  })
  const side = useMemo(() => {
    if (number !== null) return version.data ? sideOfVersion(version.data) : null
    return name === 'draft' && draft.data && !draft.isRefetching ? sideOfDraft(draft.data) : null
  }, [name, number, version.data, draft.data, draft.isRefetching])
  const query = number !== null ? version : draft
  return { side, error: name === null ? null : query.error, retry: () => void query.refetch() }
}

const by = (name: string | null) => (name ? ` by ${name}` : '')

export const sideOfVersion = (version: Outputs['versions']['get']): Side => ({
  label: sideLabel(version.number),
  about: `published ${dateAndTime(version.publishedAt)}${by(version.publishedBy)}`,
  document: version.document,
  particulars: [
    { term: 'Published', value: `${dateAndTime(version.publishedAt, true)}${by(version.publishedBy)}` },
    ...(version.note ? [{ term: 'Note', value: version.note }] : []),
    ...version.tables.map(({ tier, hash }) => ({ term: `Table of ${tier}`, value: hash, code: true })),
  ],
})

const sideOfDraft = (draft: Outputs['drafts']['get']): Side => {
  const { savedAt, savedBy, revision } = draft
  return {
    label: sideLabel('draft'),
    about: `saved ${relative(savedAt)}${by(savedBy)}`,
    ...(draft.kind === 'policy'
      ? { document: draft.document, handbook: draft.handbook }
      : { document: asPolicy(draft.document) }),
    particulars: [
      { term: 'Saved', value: `${dateAndTime(savedAt, true)}${by(savedBy)}` },
      { term: 'Revision', value: String(revision) },
    ],
  }
}
