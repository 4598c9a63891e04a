'use client'

import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { asPolicy } from '@/app/_editor/document/as-policy'
import { createEditorStore, EditorContext } from '@/app/_editor/document/store'
import { Handbook } from '@/app/_editor/panels/handbook'
import { Body } from '@/app/_shell/body'
import { By } from '@/app/_shell/by'
import { Frame } from '@/app/_shell/frame'
import { PolicyRail } from '@/app/_shell/policy-rail'
import { saveJson } from '@/app/_shell/save-file'
import { Trouble } from '@/app/_shell/trouble'
import { errorCode, useTRPC } from '@/app/_shell/trpc'
import { Waiting } from '@/app/_shell/waiting'
import { When } from '@/app/_shell/when'
import type { SharedHandbook } from '@/compiler/language/handbook'
import { HandbookDifferences } from './handbook-differences'
import classes from './handbook-version.module.css'

/** One published version of a handbook: what changed with it, and all that it says. */
export function HandbookVersion({ handbook: name, number }: { handbook: string; number: number }) {
  const trpc = useTRPC()
  const kept = { staleTime: Number.POSITIVE_INFINITY }
  const list = useQuery(trpc.handbooks.list.queryOptions())
  const version = useQuery(trpc.handbooks.get.queryOptions({ handbook: name, version: number }, kept))
  const before = useQuery(
    trpc.handbooks.get.queryOptions(
      { handbook: name, version: Math.max(1, number - 1) },
      { ...kept, enabled: number > 1 },
    ),
  )
  const found = list.data?.find(each => each.name === name)
  const published = found?.versions.find(each => each.number === number)
  const versions = `/policies/${name}/versions`
  return (
    <Frame
      crumbs={[
        { label: 'Policies', href: '/' },
        { label: found?.title ?? name, href: `/policies/${name}/edit` },
        { label: 'Versions', href: versions },
        { label: `Version ${number}` },
      ]}
      rail={<PolicyRail policy={name} kind="handbook" current="versions" />}
    >
      {version.isPending && <Waiting>Loading version {number}</Waiting>}
      {version.error &&
        (errorCode(version.error) === 'NOT_FOUND' ? (
          <Trouble page title={`There is no version ${number}`}>
            <Link href={versions}>See the versions that there are</Link>
          </Trouble>
        ) : (
          <Trouble
            page
            title={`Version ${number} did not load`}
            error={version.error}
            retry={() => version.refetch()}
          />
        ))}
      {version.data && (
        <Body
          wide
          title={`Version ${number}`}
          about={
            published && (
              <>
                Published <When at={published.publishedAt} exact />
                <By name={published.publishedBy} />
              </>
            )
          }
          actions={
            <>
              <Button component={Link} href={`/policies/${name}/effects?of=${number}`} variant="default">
                Effects on policies
              </Button>
              <Button
                variant="default"
                leftSection={<IconDownload size={16} stroke={1.6} />}
                onClick={() => saveJson(`${name}.handbook.json`, version.data)}
              >
                Download (JSON)
              </Button>
            </>
          }
        >
          {before.data && (
            <section className={classes.changes} aria-label={`Since version ${number - 1}`}>
              <HandbookDifferences
                from={before.data}
                to={version.data}
                labels={{ from: `Version ${number - 1}`, to: `Version ${number}` }}
              />
            </section>
          )}
          <Contents handbook={version.data} />
        </Body>
      )}
    </Frame>
  )
}

function Contents({ handbook }: { handbook: SharedHandbook }) {
  const [store] = useState(() =>
    createEditorStore({
      policyName: handbook.name,
      kind: 'handbook',
      document: structuredClone(asPolicy(handbook)),
      revision: 0,
      savedAt: '',
      savedBy: null,
      readOnly: true,
    }),
  )
  return (
    <EditorContext value={store}>
      <section className={classes.contents} aria-label="The handbook">
        <Handbook />
      </section>
    </EditorContext>
  )
}
