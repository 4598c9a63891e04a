import { IconCheck, IconCircleCheck, IconCircleX, IconPhoneOutgoing } from '@tabler/icons-react'
import { inPlaces } from '@/app/_shell/in-places'
import type { Decision, End, Facts } from '@/compiler/runtime/result'
import { actionWords, endWords, nameOfTier } from '@/compiler/words/decision-words'
import type { Desk } from './desk'
import classes from './desk.module.css'
import { Spoken } from './spoken'

interface DecisionCardProps {
  decision: Decision
  facts: Facts
  desk: Desk
  /** How many of the steps were carried out before the call came to this desk. */
  done?: number
}

/** What to do and to say, in order, and how the call ends. */
export function DecisionCard({ decision: { steps, end }, facts, desk, done = 0 }: DecisionCardProps) {
  const spoken = (text: string | undefined) =>
    text === undefined ? null : (
      <span className={classes.say}>
        <Spoken text={text} facts={facts} desk={desk} />
      </span>
    )
  return (
    <div className={classes.card}>
      <ol className={classes.steps} aria-label="What to do">
        {inPlaces(steps, (step, i) => (
          <li data-done={i < done || undefined}>
            <IconCheck size={16} stroke={1.8} aria-hidden />
            <div>
              <strong>{actionWords(step.action, step.with, desk)}</strong>
              <span className={classes.aside}>
                {i < done ? ' done already' : ` on the authority of ${nameOfTier(step.tier, desk)}`}
              </span>
              {spoken(step.say)}
              {step.note && <p className={classes.note}>{step.note}</p>}
            </div>
          </li>
        ))}
        <li data-end={end.kind === 'close' ? end.result : 'escalate'}>
          <EndIcon end={end} />
          <div>
            <strong>{endWords(end.kind === 'close' ? { ...end, options: [] } : end, desk)}</strong>
            {spoken(end.say)}
            {end.note && <p className={classes.note}>{end.note}</p>}
            {end.kind === 'close' && end.options && end.options.length > 0 && (
              <>
                <span className={classes.aside}>Offer instead:</span>
                <ul className={classes.offers} aria-label="Offered instead">
                  {inPlaces(end.options, option => (
                    <li>
                      {'say' in option ? spoken(option.say) : actionWords(option.action, option.with, desk)}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        </li>
      </ol>
    </div>
  )
}

function EndIcon({ end }: { end: End }) {
  const Icon =
    end.kind === 'escalate' ? IconPhoneOutgoing : end.result === 'resolved' ? IconCircleCheck : IconCircleX
  return <Icon size={16} stroke={1.8} aria-hidden />
}
