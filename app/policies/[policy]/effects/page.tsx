import type { Metadata } from 'next'
import { EffectsPage } from '../../../_handbooks/effects/effects-page'

interface PageProps {
  params: Promise<{ policy: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: `Effects of ${(await params).policy} on policies` }
}

export default async function Page({ params }: PageProps) {
  return <EffectsPage handbook={(await params).policy} />
}
