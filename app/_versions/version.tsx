'use client'

import { Button } from '@mantine/core'
import { IconDownload, IconGitCompare, IconHeadset } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { compareAddress } from '../_compare/side'
import { wholeSheet } from '../_editor/paper/policy-sheets'
import { usePrinted } from '../_editor/paper/print'
import { proposalAddress } from '../_proposals/address'
import { namesInWords } from '../_proposals/words'
import { Body } from '../_shell/body'
import { By } from '../_shell/by'
import { Frame } from '../_shell/frame'
import { PolicyRail } from '../_shell/policy-rail'
import { saveJson } from '../_shell/save-file'
import { Trouble } from '../_shell/trouble'
import { errorCode, type Outputs, useTRPC } from '../_shell/trpc'
import { Waiting } from '../_shell/waiting'
import { When } from '../_shell/when'
import { Authority } from './authority'
import { Figures } from './figures'
import { usePolicyTitle } from './policy-title'
import { StandingBadges } from './standing-badges'
import { useVersionDrawing, useVersionPaper } from './use-version-paper'
import { VersionChart } from './version-chart'
import { VersionContext } from './version-context'
import { VersionTables } from './version-tables'

/** One published version: what it holds, who may do what, and its tables. */
export function Version({ policy, number }: { policy: string; number: number }) {
  const trpc = useTRPC()
  const title = usePolicyTitle(policy)
  const versions = `/policies/${policy}/versions`
  const version = useQuery(trpc.versions.get.queryOptions({ policy, number }))
  return (
    <Frame
      crumbs={[
        { label: 'Policies', href: '/' },
        { label: title, href: `/policies/${policy}/edit` },
        { label: 'Versions', href: versions },
        { label: `Version ${number}` },
      ]}
      rail={<PolicyRail policy={policy} current="versions" />}
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
      {version.data && <Published policy={policy} version={version.data} />}
    </Frame>
  )
}

/** The chart and the tables, which light each other, on the screen and on paper. */
function Contents({ policy, version }: { policy: string; version: Outputs['versions']['get'] }) {
  const title = usePolicyTitle(policy)
  const drawing = useVersionDrawing(version)
  const paper = useVersionPaper({ policy, title, version, drawing })
  usePrinted(() => wholeSheet(paper()))
  return (
    <>
      <VersionTables policy={policy} version={version} paper={paper} />
      <VersionChart drawing={drawing} />
    </>
  )
}

/** Who agreed to it, and where that is told in full. */
function Approved({ policy, version }: { policy: string; version: Outputs['versions']['get'] }) {
  const { proposal, approvals, republishes } = version
  if (republishes !== null)
    return (
      <div>
        It is <Link href={`/policies/${policy}/versions/${republishes}`}>version {republishes}</Link> once
        more, byte for byte.
      </div>
    )
  if (proposal === null) return null
  const names = approvals.filter(({ takenBackAt }) => takenBackAt === null).map(({ by }) => by.name)
  return (
    <div>
      Approved by {namesInWords(names)} as{' '}
      <Link href={proposalAddress(policy, proposal)}>proposal {proposal}</Link>.
    </div>
  )
}

function Published({ policy, version }: { policy: string; version: Outputs['versions']['get'] }) {
  return (
    <Body
      wide
      title={
        <>
          Version {version.number}
          <StandingBadges standing={version} />
        </>
      }
      about={
        <>
          Published <When at={version.publishedAt} exact />
          <By name={version.publishedBy} />
          {version.note && <>. “{version.note}”</>}
          <Approved policy={policy} version={version} />
        </>
      }
      actions={
        <>
          <Button
            component={Link}
            href={`/policies/${policy}/as-of?version=${version.number}`}
            variant="default"
            leftSection={<IconHeadset size={16} stroke={1.6} />}
          >
            Try a case
          </Button>
          <Button
            component={Link}
            href={compareAddress(
              policy,
              Math.max(1, version.number - 1),
              version.number > 1 ? version.number : 'draft',
            )}
            variant="default"
            leftSection={<IconGitCompare size={16} stroke={1.6} />}
          >
            {version.number > 1 ? `Compare with version ${version.number - 1}` : 'Compare the draft with it'}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.6} />}
            onClick={() => saveJson(`${policy}.v${version.number}.json`, version.document)}
          >
            Download the policy
          </Button>
        </>
      }
    >
      <Figures document={version.document} />
      <VersionContext policy={policy} version={version}>
        <Contents policy={policy} version={version} />
      </VersionContext>
      <Authority document={version.document} />
    </Body>
  )
}
