import { IconAlertTriangle, IconHelpCircle, IconShieldCheck } from '@tabler/icons-react'
import Link from 'next/link'
import type { Guardrail } from '@/compiler/language/handbook'
import { guardrailWords } from '@/compiler/words/guardrail-words'
import type { Outputs } from '../_shell/trpc'
import classes from './overview.module.css'

type InForce = Outputs['audit']['overview']['inForce'][number]
type Held = InForce['guardrails'][number]

/** Which rules of the handbooks hold on every case that may come up, by what is in force. */
export function Guardrails({ inForce }: { inForce: InForce[] }) {
  const bound = inForce.filter(({ guardrails }) => guardrails.length > 0)
  return (
    <section aria-labelledby="guardrails" className={classes.section}>
      <h2 id="guardrails">Which guardrails hold</h2>
      <p>
        Each was checked on the version in force, for every case that may come up. What holds is proved, not
        sampled.
      </p>
      {bound.length === 0 && <p>No version in force has a guardrail.</p>}
      {bound.map(policy => (
        <div key={policy.name} className={classes.card}>
          <PolicyHead policy={policy} />
          <ul className={classes.rules}>
            {policy.guardrails.map((held, i) => (
              <Rule key={held.id} held={held} rule={policy.handbook!.guardrails![i]!} policy={policy} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

export function PolicyHead({ policy: { name, title, number } }: { policy: InForce }) {
  return (
    <h3>
      {title} <Link href={`/policies/${name}/versions/${number}`}>version {number}</Link>
    </h3>
  )
}

const VERDICTS = {
  holds: { icon: IconShieldCheck, word: 'Holds' },
  broken: { icon: IconAlertTriangle, word: 'Does not hold' },
  undecided: { icon: IconHelpCircle, word: 'Not decided' },
} as const

const verdictOf = ({ holds }: Held) => (holds === null ? 'undecided' : holds ? 'holds' : 'broken')

function Rule({ held, rule, policy }: { held: Held; rule: Guardrail; policy: InForce }) {
  const verdict = verdictOf(held)
  const { icon: Icon, word } = VERDICTS[verdict]
  const words = guardrailWords(rule, policy.handbook!)
  return (
    <li data-verdict={verdict}>
      <Icon size={17} stroke={1.6} aria-hidden />
      <div>
        <b>{word}:</b> {rule.title ?? words}
        {rule.title && <div className={classes.soft}>{words}</div>}
        {held.says && <div>{held.says}</div>}
      </div>
    </li>
  )
}
