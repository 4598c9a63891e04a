import { inPlaces } from '@/app/_shell/in-places'
import type { Facts } from '@/compiler/runtime/result'
import type { JsonValue } from '@/compiler/runtime/values'
import { type Desk, saidValue, titleOf } from './desk'
import classes from './desk.module.css'

/** Words for somebody, with the facts that they name in braces filled in where they are known. */
export function Spoken({ text, facts, desk }: { text: string; facts: Facts; desk: Desk }) {
  return (
    <q className={classes.spoken}>
      {inPlaces(text.split(/\{([^{}]*)\}/), (part, i) => {
        if (i % 2 === 0) return part
        const known = facts[part] === undefined ? undefined : saidValue(part, facts[part] as JsonValue, desk)
        return (
          <span className={classes.filled} data-open={known === undefined || undefined}>
            {known ?? (desk.facts[part] ? titleOf(part, desk).toLowerCase() : part)}
          </span>
        )
      })}
    </q>
  )
}
