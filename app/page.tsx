import type { Metadata } from 'next'
import { Policies } from './_policies/policies'

export const metadata: Metadata = { title: 'Policies · Remit' }

export default function PoliciesPage() {
  return <Policies />
}
