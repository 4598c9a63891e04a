import type { Metadata } from 'next'
import { Clients } from '../_clients/clients'

export const metadata: Metadata = { title: 'Runtime clients' }

export default function ClientsPage() {
  return <Clients />
}
