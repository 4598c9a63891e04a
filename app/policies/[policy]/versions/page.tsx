import type { Metadata } from 'next'
import { Versions } from '../../../_versions/versions'

interface PageProps {
  params: Promise<{ policy: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: `Versions of ${(await params).policy}` }
}

export default async function VersionsPage({ params }: PageProps) {
  return <Versions policy={(await params).policy} />
}
