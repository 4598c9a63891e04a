import type { Finding } from '@/compiler/language/finding'
import type { Consequences } from '../../document/consequences'

const count = (findings: readonly Finding[]): string => {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.length - errors
  const words = (n: number, one: string) => (n === 0 ? [] : [`${n} ${one}${n === 1 ? '' : 's'}`])
  return [...words(errors, 'error'), ...words(warnings, 'warning')].join(' and ')
}

/** What a change would do, in a sentence. */
export function foreseenWords({ raised, settled }: Consequences): string {
  if (raised.length + settled.length === 0) return 'No finding would come or go.'
  if (settled.length === 0) return `This would raise ${count(raised)}.`
  if (raised.length === 0) return `This would settle ${count(settled)}.`
  return `This would raise ${count(raised)}, and settle ${count(settled)}.`
}

/** Findings that say the same are said once, with how many they are; errors first. */
export function toldOnce(findings: readonly Finding[]): { finding: Finding; times: number }[] {
  const told = new Map<string, { finding: Finding; times: number }>()
  for (const finding of findings) {
    const known = told.get(finding.message)
    if (known) known.times++
    else told.set(finding.message, { finding, times: 1 })
  }
  const weight = ({ finding }: { finding: Finding }) => (finding.severity === 'error' ? 0 : 1)
  return [...told.values()].sort((a, b) => weight(a) - weight(b))
}
