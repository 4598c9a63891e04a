import type { Action, Handbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import { testWords } from '@/compiler/language/tests/words'
import { tierColours } from '../_shell/palette'
import classes from './version.module.css'

interface Held {
  id: string
  title: string
  /** The parameters' limits in words; none where the action may be done without limit. */
  limits: string[]
}

/** Who holds which authority: each tier with what it may do that the tier below may not. */
export function Authority({ document: { handbook } }: { document: PolicyDocument }) {
  if ('from' in handbook) return null
  return (
    <section aria-labelledby="authority">
      <h2 id="authority" className={classes.heading}>
        Who may do what
      </h2>
      <ol className={classes.tiers}>
        {handbook.tiers.map((tier, i) => (
          <li key={tier.id} style={{ borderLeftColor: tierColours(i).colour }}>
            <h3 style={{ color: tierColours(i).colour }}>
              {tier.id} {tier.title}
            </h3>
            <Grants handbook={handbook} at={i} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Grants({ handbook, at }: { handbook: Handbook; at: number }) {
  const held = grantedAt(handbook, at)
  const below = handbook.tiers[at - 1]
  if (held.length === 0)
    return (
      <p>{below ? `The same as ${below.title ?? below.id}.` : 'May ask and hand on, and do nothing else.'}</p>
    )
  return (
    <>
      {below && <p>All that {below.title ?? below.id} may do, and:</p>}
      <ul>
        {held.map(({ id, title, limits }) => (
          <li key={id}>
            {title}
            {limits.length > 0 && <span>; {limits.join(', ')}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

function grantedAt({ actions, tiers }: Handbook, at: number): Held[] {
  return Object.entries(actions).flatMap(([id, action]) => {
    const grant = action.grants?.[tiers[at]!.id]
    return grant ? [{ id, title: action.title ?? id, limits: limits(action, grant) }] : []
  })
}

/** What limits an action’s parameters, in words; none where it may be done without limit. */
export const limits = (action: Action, grant: Record<string, string>): string[] =>
  Object.entries(grant).flatMap(([param, test]) => {
    const declared = action.params?.[param]
    return declared && test.trim() !== '-'
      ? [`${declared.title ?? param}: ${testWords(test, declared.type)}`]
      : []
  })
