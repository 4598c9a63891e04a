import { Sheet } from '@/app/_shell/body'
import type { AuthorityChange } from '@/compiler/compare/told/authority'
import type { HandbookTold } from '@/compiler/compare/told/handbook'
import type { Sentence } from '@/compiler/compare/told/sentence'
import { capital } from '@/compiler/words/lists'
import classes from './comparison.module.css'
import { TierChips, type TierLook } from './situation-row'

const CHANGE = {
  gained: 'Gained',
  lost: 'Lost',
  wider: 'More than before',
  narrower: 'Less than before',
  other: 'Something else',
} as const satisfies Record<AuthorityChange['is'], string>

interface HandbookChangesProps {
  handbook: HandbookTold
  wording: readonly Sentence[]
  labels: { from: string; to: string }
  tiers: readonly TierLook[]
}

/** What changed in the handbook: who gained or lost which authority, then all else in sentences, and words apart. */
export function HandbookChanges({ handbook, wording, labels, tiers }: HandbookChangesProps) {
  const { authority, parts } = handbook
  return (
    <>
      <section className={classes.part} aria-labelledby="compare-handbook">
        <h2 id="compare-handbook">In the handbook</h2>
        {authority.length === 0 && parts.length === 0 && (
          <p className={classes.about}>Nothing but words, if anything: everybody may do what they could.</p>
        )}
        {authority.length > 0 && <Authority authority={authority} labels={labels} tiers={tiers} />}
        <div className={classes.columns}>
          {parts.map(({ title, sentences }) => (
            <div key={title}>
              <h3>{title}</h3>
              <Sentences sentences={sentences} />
            </div>
          ))}
        </div>
      </section>
      {wording.length > 0 && (
        <section className={classes.part} aria-labelledby="compare-words">
          <h2 id="compare-words">Other words</h2>
          <p className={classes.about}>
            What things are called, and how they are asked for. No decision goes by it.
          </p>
          <Sentences sentences={wording} />
        </section>
      )}
    </>
  )
}

function Authority({
  authority,
  labels,
  tiers,
}: Omit<HandbookChangesProps, 'handbook' | 'wording'> & Pick<HandbookTold, 'authority'>) {
  return (
    <Sheet className={classes.sheet} label="Who may do what">
      <table>
        <thead>
          <tr>
            <th scope="col" className={classes.when}>
              Authority
            </th>
            <th scope="col">{labels.from}</th>
            <th scope="col">{labels.to}</th>
            <th scope="col">For</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {alike(authority).map(({ action, title, tiers: ids, before, after, is }) => (
            <tr key={`${action} ${ids}`}>
              <td>
                <b>{title}</b>
              </td>
              <td className={classes.was}>
                <Held words={before} />
              </td>
              <td className={classes.is}>
                <Held words={after} />
              </td>
              <td>
                <TierChips ids={ids} tiers={tiers} />
              </td>
              <td>{CHANGE[is]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}

/** What changed alike for several tiers, once. */
function alike(authority: readonly AuthorityChange[]) {
  const rows = new Map<string, Omit<AuthorityChange, 'tier' | 'sentence'> & { tiers: string[] }>()
  for (const { tier, sentence: _sentence, ...change } of authority) {
    const key = JSON.stringify(change)
    const known = rows.get(key)
    if (known) known.tiers.push(tier)
    else rows.set(key, { ...change, tiers: [tier] })
  }
  return [...rows.values()]
}

const Held = ({ words }: { words: string | null }) => (
  <ul className={classes.outcome}>
    <li data-is="end" data-differs>
      {words === null ? 'May not' : capital(words)}
    </li>
  </ul>
)

export function Sentences({ sentences }: { sentences: readonly Sentence[] }) {
  return (
    <ul className={classes.sentences}>
      {sentences.map(({ text, before, after }) => (
        <li key={`${text} ${before} ${after}`}>
          {text}
          {(before !== undefined || after !== undefined) && (
            <span className={classes.pair}>
              {before !== undefined && <del>{before}</del>}
              {after !== undefined && <ins>{after}</ins>}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
