'use client'

import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Body, Sheet } from '@/app/_shell/body'
import { By } from '@/app/_shell/by'
import { Empty } from '@/app/_shell/empty'
import { Frame } from '@/app/_shell/frame'
import { PolicyRail } from '@/app/_shell/policy-rail'
import { useTRPC } from '@/app/_shell/trpc'
import { Waiting } from '@/app/_shell/waiting'
import { When } from '@/app/_shell/when'
import { PolicyTrouble } from '@/app/_versions/policy-trouble'

/** Everything that was ever published of a handbook, newest first, and which policies take in what. */
export function HandbookVersions({ handbook: name }: { handbook: string }) {
  const trpc = useTRPC()
  const list = useQuery(trpc.handbooks.list.queryOptions())
  const handbook = list.data?.find(each => each.name === name)
  return (
    <Frame
      crumbs={[
        { label: 'Policies', href: '/' },
        { label: handbook?.title ?? name, href: `/policies/${name}/edit` },
        { label: 'Versions' },
      ]}
      rail={<PolicyRail policy={name} kind="handbook" current="versions" />}
    >
      {list.error ? (
        <PolicyTrouble
          policy={name}
          what="The versions did not load"
          error={list.error}
          retry={() => list.refetch()}
        />
      ) : (
        <Body
          title="Versions"
          about="What was published, and when. A version never changes; a policy keeps to the one that it takes in until it is moved."
        >
          {!handbook && <Waiting>Loading the versions</Waiting>}
          {handbook?.versions.length === 0 && (
            <Empty icon={<IconHistory size={22} stroke={1.6} />} title="Nothing is published yet">
              Policies can take the handbook in as soon as its first version is published.
            </Empty>
          )}
          {handbook && handbook.versions.length > 0 && (
            <Sheet label="Versions">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Version</th>
                    <th scope="col">Published</th>
                    <th scope="col">Taken in by</th>
                    <th scope="col">Effects</th>
                  </tr>
                </thead>
                <tbody>
                  {handbook.versions.map(({ number, publishedAt, publishedBy }) => (
                    <tr key={number}>
                      <td>
                        <Link href={`/policies/${name}/versions/${number}`}>Version {number}</Link>
                      </td>
                      <td>
                        <When at={publishedAt} />
                        <By name={publishedBy} />
                      </td>
                      <td>
                        {handbook.takers
                          .filter(({ version }) => version === number)
                          .map(({ title }) => title)
                          .join(', ') || 'No policy’s draft'}
                      </td>
                      <td>
                        <Link href={`/policies/${name}/effects?of=${number}`}>
                          What version {number} does to policies
                        </Link>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Sheet>
          )}
        </Body>
      )}
    </Frame>
  )
}
