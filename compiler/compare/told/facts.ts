import type { Fact } from '../../language/fact'
import type { Handbook } from '../../language/handbook'
import { testWords } from '../../language/tests/words'
import { canonicalJson } from '../../runtime/canonical-json'
import { sourceWords, TYPE_WORDS } from '../../words/fact-words'
import { andList } from '../../words/lists'
import { factTitle } from '../../words/titles'
import { type Sentence, sentence } from './sentence'

/** What changed about the facts of the handbook, but for what they are called and how they are asked for. */
export function factSentences(was: Handbook, is: Handbook): Sentence[] {
  const names = [...new Set([...Object.keys(is.facts), ...Object.keys(was.facts)])]
  return names.flatMap(name => {
    const [old, next] = [was.facts[name], is.facts[name]]
    if (!old) return [sentence(`“${factTitle(name, is)}” is a new fact: ${aboutFact(next!)}.`)]
    if (!next) return [sentence(`“${factTitle(name, was)}” is no longer a fact.`)]
    return changesOf(`“${factTitle(name, is)}”`, old, next, is)
  })
}

const aboutFact = (fact: Fact) =>
  [
    TYPE_WORDS[fact.type],
    sourceWords(fact),
    ...(fact.allowedValues ? [testWords(fact.allowedValues, fact.type)] : []),
    ...(fact.volunteered ? ['brought up by the customer and never asked for'] : []),
  ].join(', ')

const values = (fact: Fact) => (fact.allowedValues ? testWords(fact.allowedValues, fact.type) : 'anything')

function changesOf(name: string, old: Fact, next: Fact, is: Handbook): Sentence[] {
  const found: Sentence[] = []
  const say = (text: string, before?: string, after?: string) =>
    found.push(sentence(`${name} ${text}`, before, after))
  const differs = <K extends keyof Fact>(key: K) =>
    canonicalJson(old[key] ?? null) !== canonicalJson(next[key] ?? null)

  if (differs('type')) say('is of another kind.', TYPE_WORDS[old.type], TYPE_WORDS[next.type])
  if (differs('allowedValues')) say('may have other values.', values(old), values(next))
  if (differs('step')) say('goes in other steps.', stepWords(old), stepWords(next))
  if (differs('mayBeUnknown')) say(next.mayBeUnknown ? 'may now be unknown.' : 'may no longer be unknown.')
  if (differs('source') || differs('team')) say('comes from elsewhere.', sourceWords(old), sourceWords(next))
  if (differs('volunteered'))
    say(
      next.volunteered
        ? 'is now brought up by the customer, and never asked for.'
        : 'may now be asked for; it was brought up by the customer only.',
    )
  if (differs('neverSay')) {
    const [was, now] = [old.neverSay ?? [], next.neverSay ?? []]
    const quoted = (list: readonly string[]) => andList(list.map(each => `“${each}”`))
    const come = now.filter(each => !was.includes(each))
    const gone = was.filter(each => !now.includes(each))
    if (come.length > 0) say(`now keeps these words from the customer: ${quoted(come)}.`)
    if (gone.length > 0) say(`no longer keeps these words from the customer: ${quoted(gone)}.`)
  }
  if (differs('about'))
    say(
      next.about
        ? `would now second-guess “${factTitle(next.about, is)}”, and no question may use it.`
        : 'no longer second-guesses another fact.',
    )
  if (differs('private'))
    say(
      next.private
        ? 'is now masked in the records of decisions.'
        : 'is no longer masked in the records of decisions.',
    )
  if (differs('shares')) say('is estimated to come up more or less often.')
  return found
}

const stepWords = ({ step }: Fact) => (step === undefined ? 'any value' : `steps of ${step}`)
