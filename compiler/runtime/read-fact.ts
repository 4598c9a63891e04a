import { type FactType, type Point, toPoint, typeName } from './values'

/** What has to be known of a fact to read its values. */
export interface FactForm {
  type: FactType
  mayBeUnknown?: boolean
  step?: number
}

export type ReadFact = { ok: true; point: Point | null } | { ok: false; says: string }

const show = (value: unknown) => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

/**
 * A fact's value as it was given, or what is wrong with it. `contains` says whether a value of the type is in the
 * domain, and `allowed` what is, in canonical form, for the message.
 */
export function readFact(
  form: FactForm,
  contains: (point: Point) => boolean,
  value: unknown,
  allowed: () => string | undefined,
): ReadFact {
  if (value === null)
    return form.mayBeUnknown
      ? { ok: true, point: null }
      : { ok: false, says: 'null is not allowed: it has to be known' }
  const point = toPoint(form.type, value)
  if (point === undefined) return { ok: false, says: `${show(value)} is not ${typeName(form.type)}` }
  if (contains(point)) return { ok: true, point }
  const steps = form.step === undefined ? '' : ` in steps of ${form.step}`
  return { ok: false, says: `${show(value)} is outside ${allowed() ?? 'the values'}${steps}` }
}
