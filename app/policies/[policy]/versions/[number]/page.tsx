import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ByKind } from '../../../../_handbooks/by-kind'
import { HandbookVersion } from '../../../../_handbooks/versions/handbook-version'
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
  const at = Number(number)
  return (
    <ByKind
      name={policy}
      policy={<Version policy={policy} number={at} />}
      handbook={<HandbookVersion handbook={policy} number={at} />}
    />
  )
}
