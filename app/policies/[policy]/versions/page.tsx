import type { Metadata } from 'next'
import { ByKind } from '../../../_handbooks/by-kind'
import { HandbookVersions } from '../../../_handbooks/versions/handbook-versions'
import { Versions } from '../../../_versions/versions'

interface PageProps {
  params: Promise<{ policy: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: `Versions of ${(await params).policy}` }
}

export default async function VersionsPage({ params }: PageProps) {
  const { policy } = await params
  return (
    <ByKind
      name={policy}
      policy={<Versions policy={policy} />}
      handbook={<HandbookVersions handbook={policy} />}
    />
  )
}
