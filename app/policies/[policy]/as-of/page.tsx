import type { Metadata } from 'next'
import { AsOf } from '../../../_versions/as-of/as-of'

interface PageProps {
  params: Promise<{ policy: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: `${(await params).policy} as of a moment` }
}

export default async function AsOfPage({ params }: PageProps) {
  return <AsOf policy={(await params).policy} />
}
