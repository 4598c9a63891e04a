import type { Metadata } from 'next'
import { AuditLog } from '../_audit/audit-log'

export const metadata: Metadata = { title: 'Audit log · Remit' }

export default function AuditPage() {
  return <AuditLog />
}
