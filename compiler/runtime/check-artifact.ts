import type { Artifact, ArtifactArgument, ArtifactRow, ArtifactTable } from './artifact'
import { ArtifactError } from './artifact-error'
import { FACT_TYPES } from './values'

type Fields = Record<string, unknown>
/** Says what is wrong with a value at a place, by throwing; or nothing. */
type Form = (value: unknown, at: string) => void

const wrong = (at: string, has: string): never => {
  throw new ArtifactError(`The artifact is malformed: ${at} ${has}.`)
}

const is =
  (what: string, holds: (value: unknown) => boolean): Form =>
  (value, at) =>
    holds(value) || wrong(at, `has to be ${what}`)

const text = is('a text', value => typeof value === 'string')
const flag = is('true or false', value => typeof value === 'boolean')
const step = is('more than 0', value => typeof value === 'number' && value > 0 && value < Infinity)
const oneOf = (...values: readonly unknown[]) =>
  is(`one of ${values.join(', ')}`, value => values.includes(value))

const listOf =
  (form: Form): Form =>
  (value, at) => {
    if (!Array.isArray(value)) return wrong(at, 'has to be a list')
    for (let i = 0; i < value.length; i++) form(value[i], `${at}.${i}`)
  }

const object = (value: unknown, at: string): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : wrong(at, 'has to be an object')

const byName =
  (form: Form): Form =>
  (value, at) => {
    for (const [name, member] of Object.entries(object(value, at))) {
      if (name === '__proto__') wrong(at, 'has a name “__proto__”')
      form(member, `${at}.${name}`)
    }
  }

/** Its own members alone count, so that nothing is taken from the prototype of objects. */
const form = (needed: Record<string, Form>, optional: Record<string, Form> = {}): Form => {
  const all = Object.entries({ ...needed, ...optional })
  return (value, at) => {
    const fields = object(value, at)
    for (const [name, is] of all)
      if (Object.hasOwn(fields, name) && fields[name] !== undefined) is(fields[name], `${at}.${name}`)
      else if (needed[name]) wrong(at, `has no ${name}`)
  }
}

const argument: Form = (value, at) => {
  if (typeof value === 'object' && value !== null) form({ fact: text })(value, at)
  else if (typeof value === 'number' ? !Number.isFinite(value) : value === undefined) wrong(at, 'is no value')
}
const words = { say: text, note: text }
const offer: Form = (value, at) =>
  Object.hasOwn(object(value, at), 'say')
    ? form({ say: text })(value, at)
    : form({ action: text, with: byName(argument) })(value, at)

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
const end: Form = (value, at) => {
  const { kind } = object(value, at)
  oneOf(...Object.keys(ENDS))(kind, `${at}.kind`)
  ENDS[kind as ArtifactRow['end']['kind']](value, at)
}

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
 * Whether a value has the form of an artifact, all that it names is there, and no walk over its tables goes on for ever.
 *
 * @throws ArtifactError where not.
 */
export function checkArtifact(value: unknown): asserts value is Artifact {
  if ((value as Artifact | null | undefined)?.format !== 'remit-table/1')
    throw new ArtifactError('The artifact is not in the format remit-table/1.')
  artifactForm(value, 'it')
  const artifact = value as Artifact
  for (const table of artifact.tables)
    for (const each of table.rows) references(artifact, each, `row ${each.id} of ${table.id}`)
  forward(artifact.tables)
}

function references({ facts, questions }: Artifact, { when, asks, steps, end }: ArtifactRow, at: string) {
  const fact = (name: string) =>
    Object.hasOwn(facts, name) || wrong(at, `names a fact “${name}” that is not there`)
  const question = (name: string | undefined) =>
    (name !== undefined && Object.hasOwn(questions, name)) ||
    wrong(at, `names a question “${name}” that is not there`)
  const args = (given: Record<string, ArtifactArgument>, asked: string | undefined) => {
    for (const arg of Object.values(given))
      if (typeof arg === 'object' && arg !== null) {
        fact(arg.fact)
        question(asked)
      }
  }
  for (const each of asks) {
    fact(each.fact)
    question(each.question)
  }
  for (const name of Object.keys(when)) {
    fact(name)
    if (!facts[name]!.volunteered && !asks.some(each => each.fact === name))
      wrong(at, `does not say where “${name}” is asked for`)
  }
  for (const each of steps) args(each.with, each.question)
  if (end.kind === 'close')
    for (const option of end.options ?? []) if ('action' in option) args(option.with, end.question)
}

/** Tables go on to others in one direction, from `main`. */
function forward(tables: readonly ArtifactTable[]) {
  const next = new Map<string, Set<string>>()
  for (const { id, rows } of tables) {
    if (next.has(id)) wrong(`table ${id}`, 'is there twice')
    next.set(id, new Set(rows.flatMap(({ end }) => (end.kind === 'continue' ? [end.table] : []))))
  }
  if (!next.has('main')) wrong('it', 'has no table “main”')
  const from = new Map([...next.keys()].map(id => [id, 0]))
  for (const [id, on] of next)
    for (const to of on)
      if (next.has(to)) from.set(to, from.get(to)! + 1)
      else wrong(`table ${id}`, `goes on in “${to}”, which is not there`)
  // Tables that nothing leads to are taken away, one after another; what is left leads around.
  const free = [...next.keys()].filter(id => from.get(id) === 0)
  for (const id of free) {
    from.delete(id)
    for (const to of next.get(id)!) {
      from.set(to, from.get(to)! - 1)
      if (from.get(to) === 0) free.push(to)
    }
  }
  for (const id of from.keys()) wrong(`table ${id}`, 'leads back to itself')
}
