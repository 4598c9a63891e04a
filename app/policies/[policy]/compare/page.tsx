import type { Metadata } from 'next'
import { ComparePage } from '../../../_compare/compare-page'
import { ByKind } from '../../../_handbooks/by-kind'
import { CompareHandbookPage } from '../../../_handbooks/versions/compare-handbook-page'

interface PageProps {
  params: Promise<{ policy: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: `Compare versions of ${(await params).policy}` }
}

export default async function Page({ params }: PageProps) {
  const { policy } = await params
  return (
    <ByKind
      name={policy}
      policy={<ComparePage policy={policy} />}
      handbook={<CompareHandbookPage handbook={policy} />}
    />
  )
}
