import { Checkbox, Loader } from '@mantine/core'
import Link from 'next/link'
import { ForeseenNote } from '@/app/_editor/panels/handbook/foreseen-note'
import type { Effect } from './effect-of'
import { comparedWords } from './effect-words'
import classes from './effects.module.css'
import type { Taker } from './use-effects'

interface EffectRowProps {
  taker: Taker
  effect: Effect | 'stopped' | undefined
  /** Where the whole comparison of this policy is; null for nowhere. */
  whole: string | null
  /** What became of moving it, once that was tried. */
  moved?: { is: 'moved' | 'not-moved'; says: string }
  /** Whether it is chosen to be moved; null where it cannot be. */
  chosen: boolean | null
  onChoose: (chosen: boolean) => void
}

/** One policy: what it takes in now, what would be decided differently, which findings would come. */
export function EffectRow({ taker, effect, whole, moved, chosen, onChoose }: EffectRowProps) {
  const known = typeof effect === 'object' ? effect : null
  const { compared } = known ?? {}
  return (
    <li className={classes.row}>
      <div className={classes.choose}>
        {chosen !== null && (
          <Checkbox
            aria-label={`Move ${taker.title}`}
            checked={chosen}
            onChange={event => onChoose(event.currentTarget.checked)}
          />
        )}
      </div>
      <div className={classes.words}>
        <h2>
          <Link href={`/policies/${taker.name}/edit`}>{taker.title}</Link>
          <span className={classes.takes}>takes in version {taker.version}</span>
        </h2>
        {moved && (
          <p role="status" className={classes.moved} data-is={moved.is}>
            {moved.says}
          </p>
        )}
        {effect === undefined && (
          <p className={classes.looking}>
            <Loader size={13} /> Checking it, and comparing all that it decides
          </p>
        )}
        {effect === 'stopped' && (
          <p>The comparison stopped before it was done: reload the page to try again.</p>
        )}
        {known && compared && (
          <>
            <p className={classes.verdict} data-is={known.errors > 0 ? 'errors' : compared.is}>
              {comparedWords(compared)}
            </p>
            {'lead' in compared && (
              <p className={classes.lead}>
                {compared.lead}{' '}
                {compared.is !== 'nothing' && whole && (
                  <Link href={whole}>Show the situations and both charts</Link>
                )}
              </p>
            )}
            <ForeseenNote foreseen={known.findings} />
            {known.errors > 0 && (
              <p className={classes.lead}>
                It can be moved in <Link href={`/policies/${taker.name}/edit`}>its editor</Link>, where what
                is wrong can be mended with it.
              </p>
            )}
          </>
        )}
      </div>
    </li>
  )
}
