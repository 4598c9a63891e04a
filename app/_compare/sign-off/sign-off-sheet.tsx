import { inPlaces } from '@/app/_shell/in-places'
import { ended, type Sentence, sentenceText } from '@/compiler/compare/told/sentence'
import type { Situation } from '@/compiler/compare/told/situations'
import type { Told } from '@/compiler/compare/told/tell'
import type { Finding } from '@/compiler/language/finding'
import type { Policy } from '@/compiler/language/policy'
import { andList } from '@/compiler/words/lists'
import { tierName } from '@/compiler/words/titles'
import type { ChartDrawing } from '../../_editor/paper/chart-drawing'
import type { Sheet } from '../../_editor/paper/print'
import { dateAndTime } from '../../_shell/dates'
import { MARKS } from '../charts/marks'
import { exampleInShort } from '../example-words'
import type { Side, Signature } from '../side'
import { MarkedChart } from './marked-chart'
import classes from './sign-off.module.css'
import { SignatureLines } from './signature-lines'

export interface SignOff {
  /** The policy's title. */
  policy: string
  from: Side
  to: Side
  policies: { from: Policy; to: Policy }
  told: Told
  drawings: Record<'from' | 'to', ChartDrawing | 'failed' | null>
  signatures: readonly Signature[]
  /** When it was printed; left out, now. */
  at?: string
}

/** A comparison on paper: what changes, what was proved, what was found, and who answers for it. */
export function signOffSheet(props: SignOff): Sheet {
  const { policy, from, to } = props
  return {
    name: `${policy} · ${from.label} to ${to.label.toLowerCase()} · sign-off`,
    content: <SignOffSheet {...props} />,
  }
}

function SignOffSheet(props: SignOff) {
  const { policy, from, to, policies, told, drawings, signatures, at = new Date().toISOString() } = props
  const { verdict, situations, handbook, wording, chart } = told
  const of = (about: Situation['about']) => situations.filter(each => each.about === about)
  const labels = { from: from.label, to: to.label }
  const rows = { policies, labels }
  return (
    <article className={classes.sheet}>
      <header className={classes.head}>
        <p>
          {policy}: {from.label.toLowerCase()} → {to.label.toLowerCase()}
        </p>
        <p>Printed {dateAndTime(at, true)}</p>
      </header>
      <h1>{verdict.headline}</h1>
      <p className={classes.lead}>{verdict.lead}</p>
      <div className={classes.two}>
        <Particulars side={from} />
        <Particulars side={to} />
      </div>
      <Rows title="Decided differently" situations={of('decision')} {...rows} />
      <Rows title="Only worded differently" situations={of('wording')} {...rows} />
      <Rows title="Where several of these come together" situations={of('together')} {...rows} />
      <Rows title="For tiers that only one of them has" situations={of('tier')} {...rows} />
      <p className={classes.complete}>
        <b>{verdict.complete.word}</b> {verdict.complete.rest}
      </p>
      {handbook.authority.length > 0 && (
        <Sentences
          title="Authority"
          sentences={handbook.authority.map(({ sentence }) => ({ text: sentence }))}
        />
      )}
      {handbook.parts.map(part => (
        <Sentences key={part.title} title={part.title} sentences={part.sentences} />
      ))}
      {wording.length > 0 && <Sentences title="Other words" sentences={wording} />}
      {chart.steps.length > 0 && (
        <Sentences
          title="On the chart"
          sentences={chart.steps.map(({ is, title, says }) => ({
            text: `${MARKS[is].word}: ${ended(title)} ${says.join(' ')}`,
          }))}
        />
      )}
      <div className={classes.two}>
        <Findings side={from} />
        <Findings side={to} />
      </div>
      <SignatureLines signatures={signatures} />
      {(['from', 'to'] as const).map(which => {
        const drawing = drawings[which]
        return (
          drawing &&
          drawing !== 'failed' && (
            <MarkedChart
              key={which}
              drawing={drawing}
              which={which === 'from' ? 'old' : 'next'}
              chart={chart}
              what={`${policy}: the chart of ${labels[which].toLowerCase()}`}
            />
          )
        )
      })}
    </article>
  )
}

function Particulars({ side: { label, particulars = [] } }: { side: Side }) {
  return (
    <section className={classes.particulars}>
      <h2>{label}</h2>
      <dl>
        {particulars.map(({ term, value, code }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{code ? <code>{value}</code> : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

interface RowsProps {
  title: string
  situations: readonly Situation[]
  policies: SignOff['policies']
  labels: { from: string; to: string }
}

function Rows({ title, situations, policies, labels }: RowsProps) {
  if (situations.length === 0) return null
  const handbook = { tiers: [...policies.to.handbook.tiers, ...policies.from.handbook.tiers] }
  return (
    <section>
      <h2>{title}</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">{labels.from}</th>
            <th scope="col">{labels.to}</th>
            <th scope="col">For, with an example</th>
          </tr>
        </thead>
        <tbody>
          {inPlaces(situations, situation => {
            const { cases, before, after, tiers } = situation
            const [first] = cases
            return (
              <tr>
                <td>
                  {inPlaces(cases, ({ conditions }, part) => (
                    <p>
                      {part > 0 && 'or '}
                      {conditions.length === 0
                        ? 'In every case'
                        : conditions.map(({ title, words }) => `${title}: ${words}`).join('; ')}
                    </p>
                  ))}
                </td>
                {inPlaces([before, after], lines => (
                  <td>
                    {inPlaces(lines, ({ text, differs }) => (
                      <p>{differs ? <b>{text}</b> : text}</p>
                    ))}
                  </td>
                ))}
                <td>
                  <p>{andList(tiers.map(id => tierName(id, handbook)))}</p>
                  <p className={classes.example}>
                    {exampleInShort(
                      first!.conditions,
                      first!.examples[tiers[0]!]!,
                      policies.from,
                      policies.to,
                    )}
                  </p>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Sentences({ title, sentences }: { title: string; sentences: readonly Sentence[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul className={classes.sentences}>
        {sentences.map(sentenceText).map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  )
}

function Findings({ side: { label, findings = [] } }: { side: Side }) {
  return (
    <section>
      <h2>Findings in {label.toLowerCase()}</h2>
      {findings.length === 0 ? (
        <p>None.</p>
      ) : (
        <ul className={classes.sentences}>
          {findings.map((finding: Finding) => (
            <li key={`${finding.code} ${finding.message}`}>
              {finding.severity === 'error' ? 'Error' : 'Warning'}: {finding.message}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
