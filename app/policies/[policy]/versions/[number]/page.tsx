import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Version } from '../../../../_versions/version'

interface PageProps {
  params: Promise<{ policy: string; number: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { policy, number } = await params
  return { title: `Version ${number} of ${policy}` }
}

export default async function VersionPage({ params }: PageProps) {
  const { policy, number } = await params
  if (!/^[1-9][0-9]{0,8}$/.test(number)) notFound()
  return <Version policy={policy} number={Number(number)} />
}
