import type { Metadata } from 'next'
import { People } from '../_people/people'

export const metadata: Metadata = { title: 'People' }

export default function PeoplePage() {
  return <People />
}
