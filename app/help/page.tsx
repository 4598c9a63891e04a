import type { Metadata } from 'next'
import { Contents } from '../_help/contents'
import { FindingList } from '../_help/finding-list'
import { HowItWorks } from '../_help/how-it-works'
import { Shortcuts } from '../_help/shortcuts'
import { Body } from '../_shell/body'
import { Frame } from '../_shell/frame'

export const metadata: Metadata = { title: 'How Remit works' }

export default function HelpPage() {
  return (
    <Frame crumbs={[{ label: 'Policies', href: '/' }, { label: 'Help' }]}>
      <Body
        text
        title="How Remit works"
        about="You draw how a case is decided. Remit checks that drawing for every case there can be, and turns it into tables that software decides by."
      >
        <Contents />
        <HowItWorks />
        <Shortcuts />
        <FindingList />
      </Body>
    </Frame>
  )
}
