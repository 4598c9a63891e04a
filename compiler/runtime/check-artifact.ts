import type { Artifact, ArtifactArgument, ArtifactRow, ArtifactTable } from './artifact'
import { FACT_TYPES } from './values'

type Fields = Record<string, unknown>
/** What is wrong with a value, with the place in it where that is; empty where it has the form. */
type Form = (value: unknown) => string

const wrong = (what: string): never => {
  throw new Error(`${what}.`)
}

const is =
  (what: string, holds: (value: unknown) => boolean): Form =>
  value =>
    holds(value) ? '' : ` has to be ${what}`

const text = is('a text', value => typeof value === 'string')
const flag = is('true or false', value => typeof value === 'boolean')
const step = is('more than 0', value => typeof value === 'number' && value > 0)
const list = is('a list', Array.isArray)
const object = is('an object', value => typeof value === 'object' && value !== null && !Array.isArray(value))
const oneOf = (...values: readonly unknown[]) =>
  is(`one of ${values.join(', ')}`, value => values.includes(value))

/** Places are only written down where something is wrong: there are a great many of them. */
function firstWrong<T>(items: Iterable<T>, wrongWith: (item: T) => string): string {
  for (const item of items) {
    const wrong = wrongWith(item)
    if (wrong) return wrong
  }
  return ''
}
const inside = (place: string | number, wrong: string) => wrong && `.${place}${wrong}`

const listOf =
  (form: Form): Form =>
  value =>
    list(value) || firstWrong((value as []).keys(), i => inside(i, form((value as [])[i])))

const byName =
  (form: Form): Form =>
  value =>
    object(value) ||
    firstWrong(Object.keys(value as Fields), name =>
      inside(name, name === '__proto__' ? ' is no name' : form((value as Fields)[name])),
    )

/** Its own members alone count, so that nothing is taken from the prototype of objects. */
const form = (needed: Record<string, Form>, optional: Record<string, Form> = {}): Form => {
  const all = Object.entries({ ...needed, ...optional })
  return value =>
    object(value) ||
    firstWrong(all, ([name, is]) => {
      const member = Object.hasOwn(value as Fields, name) ? (value as Fields)[name] : undefined
      return member !== undefined ? inside(name, is(member)) : needed[name] ? ` has no ${name}` : ''
    })
}

const byFact = form({ fact: text })
const argument: Form = value =>
  typeof value === 'object' && value !== null ? byFact(value) : value === undefined ? ' is no value' : ''
const words = { say: text, note: text }
const said = form({ say: text })
const done = form({ action: text, with: byName(argument) })
const offer: Form = value =>
  object(value) || (Object.hasOwn(value as Fields, 'say') ? said(value) : done(value))

const ENDS: Record<ArtifactRow['end']['kind'], Form> = {
  close: form(
    { result: oneOf('resolved', 'declined') },
    { ...words, options: listOf(offer), question: text },
  ),
  escalate: form(
    { to: text, mode: oneOf('consult', 'transfer', 'callback') },
    { ...words, within: text, here: flag },
  ),
  continue: form({ table: text }),
}
const endKind = oneOf(...Object.keys(ENDS))
const end: Form = value =>
  object(value) ||
  inside('kind', endKind((value as Fields).kind)) ||
  ENDS[(value as ArtifactRow['end']).kind](value)

const row = form({
  id: text,
  when: byName(text),
  asks: listOf(form({ fact: text, question: text })),
  steps: listOf(form({ action: text, with: byName(argument), tier: text }, { ...words, question: text })),
  end,
  from: listOf(text),
})
const fact = form(
  { type: oneOf(...FACT_TYPES), source: oneOf('record', 'clock', 'customer', 'agent', 'team') },
  {
    title: text,
    allowedValues: text,
    step,
    mayBeUnknown: flag,
    volunteered: flag,
    private: flag,
    team: text,
    ask: text,
    guidance: text,
  },
)
const artifactForm = form(
  {
    format: oneOf('remit-table/1'),
    policy: text,
    tier: text,
    facts: byName(fact),
    questions: byName(form({ facts: listOf(text) }, { title: text, ...words })),
    tables: listOf(form({ id: text, hitPolicy: oneOf('UNIQUE'), columns: listOf(text), rows: listOf(row) })),
    hash: text,
  },
  { timeZone: text },
)

/**
 * Whether a value that has a hash has the form of an artifact, all that it names is there, and no walk over its tables goes on for ever.
 *
 * @throws Error where not, which says what is wrong with it.
 */
export function checkArtifact(value: unknown): asserts value is Artifact {
  const other = artifactForm(value)
  if (other) wrong(`it${other}`)
  const artifact = value as Artifact
  for (const { id, rows } of artifact.tables) for (const row of rows) references(artifact, row, id)
  forward(artifact.tables)
}

function references({ facts, questions }: Artifact, row: ArtifactRow, table: string) {
  const { when, asks, steps, end } = row
  const odd = (what: string) => wrong(`row ${row.id} of ${table} ${what}`)
  const named = (what: string, among: object, name: string | undefined) =>
    (name !== undefined && Object.hasOwn(among, name)) || odd(`names a ${what} “${name}” that is not there`)
  const fact = (name: string) => named('fact', facts, name)
  const question = (name: string | undefined) => named('question', questions, name)
  const args = (given: Record<string, ArtifactArgument>, asked: string | undefined) => {
    for (const name of Object.keys(given)) {
      const arg = given[name]
      if (typeof arg === 'object' && arg !== null) {
        fact(arg.fact)
        question(asked)
      }
    }
  }
  for (const each of asks) {
    fact(each.fact)
    question(each.question)
  }
  for (const name of Object.keys(when)) {
    fact(name)
    if (!facts[name]!.volunteered && !asks.some(each => each.fact === name))
      odd(`does not say where “${name}” is asked for`)
  }
  for (const each of steps) args(each.with, each.question)
  if (end.kind === 'close')
    for (const option of end.options ?? []) if ('action' in option) args(option.with, end.question)
}

/** Tables go on to others in one direction, from `main`. */
function forward(tables: readonly ArtifactTable[]) {
  const next = new Map<string, Set<string>>()
  for (const { id, rows } of tables) {
    if (next.has(id)) wrong(`table ${id} is there twice`)
    next.set(id, new Set(rows.flatMap(({ end }) => (end.kind === 'continue' ? [end.table] : []))))
  }
  if (!next.has('main')) wrong('it has no table “main”')
  const from = new Map([...next.keys()].map(id => [id, 0]))
  for (const [id, on] of next)
    for (const to of on)
      if (next.has(to)) from.set(to, from.get(to)! + 1)
      else wrong(`table ${id} names a table “${to}” that is not there`)
  // Tables that nothing leads to are taken away, one after another; what is left leads around.
  const free = [...next.keys()].filter(id => from.get(id) === 0)
  for (const id of free) {
    from.delete(id)
    for (const to of next.get(id)!) {
      from.set(to, from.get(to)! - 1)
      if (from.get(to) === 0) free.push(to)
    }
  }
  for (const id of from.keys()) wrong(`table ${id} leads back to itself`)
}
