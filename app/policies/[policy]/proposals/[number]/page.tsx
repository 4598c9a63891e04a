import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ProposalPage } from '../../../../_proposals/proposal-page'

interface PageProps {
  params: Promise<{ policy: string; number: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { policy, number } = await params
  return { title: `Proposal ${number} of ${policy}` }
}

export default async function Page({ params }: PageProps) {
  const { policy, number } = await params
  if (!/^[1-9][0-9]{0,8}$/.test(number)) notFound()
  return <ProposalPage policy={policy} number={Number(number)} />
}
