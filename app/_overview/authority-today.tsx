import { Sheet } from '../_shell/body'
import { tierColours } from '../_shell/palette'
import type { Outputs } from '../_shell/trpc'
import { mayDo } from './grants'
import { PolicyHead } from './guardrails'
import classes from './overview.module.css'

type InForce = Outputs['audit']['overview']['inForce'][number]

/** Who may do what by the versions in force: a row for each action, a column for each tier. */
export function AuthorityToday({ inForce }: { inForce: InForce[] }) {
  return (
    <section aria-labelledby="authority-today" className={classes.section}>
      <h2 id="authority-today">Who holds which authority today</h2>
      {inForce.length === 0 && <p>Nothing is in force.</p>}
      {inForce.map(policy => (
        <div key={policy.name} className={classes.authority}>
          <PolicyHead policy={policy} />
          <Grants policy={policy} />
        </div>
      ))}
    </section>
  )
}

function Grants({ policy: { handbook, title } }: { policy: InForce }) {
  if (!handbook) return <p>This version cannot be read any more.</p>
  const { tiers } = handbook
  const actions = Object.entries(handbook.actions)
  if (actions.length === 0) return <p>No action is authorised by it.</p>
  return (
    <Sheet label={`Who may do what: ${title}`}>
      <table className={classes.grants}>
        <thead>
          <tr>
            <th scope="col">Action</th>
            {tiers.map((tier, i) => (
              <th key={tier.id} scope="col" style={{ color: tierColours(i).colour }}>
                {tier.id} {tier.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {actions.map(([id, action]) => (
            <tr key={id}>
              <th scope="row">{action.title ?? id}</th>
              {tiers.map((tier, i) => (
                <td key={tier.id}>
                  {mayDo(action, handbook, i) ?? <span className={classes.soft}>no</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
