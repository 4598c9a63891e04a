import type { Metadata } from 'next'
import { ComparePage } from '../../../_compare/compare-page'

interface PageProps {
  params: Promise<{ policy: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: `Compare versions of ${(await params).policy}` }
}

export default async function Page({ params }: PageProps) {
  return <ComparePage policy={(await params).policy} />
}
