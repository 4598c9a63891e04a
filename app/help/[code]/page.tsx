import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CHECKS } from '@/compiler/2-checks'
import { FindingHelp } from '../../_help/finding-help'
import { Body } from '../../_shell/body'
import { Frame } from '../../_shell/frame'

interface PageProps {
  params: Promise<{ code: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: `The finding “${(await params).code}”` }
}

export default async function FindingPage({ params }: PageProps) {
  const { code } = await params
  const check = CHECKS.find(check => check.code === code)
  if (!check) notFound()
  return (
    <Frame
      crumbs={[
        { label: 'Policies', href: '/' },
        { label: 'Help', href: '/help' },
        { label: 'Findings', href: '/help#findings' },
        { label: check.code },
      ]}
    >
      <Body text title={check.says}>
        <FindingHelp check={check} />
      </Body>
    </Frame>
  )
}
