import { IconCircleCheck } from '@tabler/icons-react'
import type { Verdict as Told } from '@/compiler/compare/told/verdict'
import classes from './comparison.module.css'

/** What changes for customers, in sentences and figures. */
export function Verdict({ verdict }: { verdict: Told }) {
  return (
    <>
      <p className={classes.lead}>{verdict.lead}</p>
      <dl className={classes.figures}>
        {verdict.figures.map(({ count, of }) => (
          <div key={of}>
            <dt>{of}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** What was proved. */
export function Complete({ complete: { word, rest } }: { complete: Told['complete'] }) {
  return (
    <p className={classes.complete}>
      <IconCircleCheck size={17} stroke={1.8} aria-hidden />
      <span>
        <b>{word}</b> {rest}
      </span>
    </p>
  )
}
