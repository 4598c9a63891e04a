import type { Code } from '../language/finding'
import { badTest } from './bad-test'
import { cannotKeep } from './cannot-keep'
import type { Check } from './check'
import { cycle } from './cycle'
import { deadEnd } from './dead-end'
import { escalatesDown } from './escalates-down'
import { flatNo } from './flat-no'
import { gap } from './gap'
import { guardrail } from './guardrail'
import { malformed } from './malformed'
import { neverTaken } from './never-taken'
import { noAuthority } from './no-authority'
import { overlap } from './overlap'
import { pointlessQuestion } from './pointless-question'
import { saysTheRule } from './says-the-rule'
import { scenario } from './scenario'
import { secondGuess } from './second-guess'
import { start } from './start'
import { tooLarge } from './too-large'
import { undecided } from './undecided'
import { unknownReference } from './unknown-reference'
import { unreachable } from './unreachable'
import { unused } from './unused'
import { wordless } from './wordless'

const BY_CODE = {
  malformed,
  'unknown-reference': unknownReference,
  'bad-test': badTest,
  start,
  cycle,
  'dead-end': deadEnd,
  gap,
  overlap,
  'no-authority': noAuthority,
  'cannot-keep': cannotKeep,
  'escalates-down': escalatesDown,
  guardrail,
  'says-the-rule': saysTheRule,
  'second-guess': secondGuess,
  scenario,
  'too-large': tooLarge,
  unreachable,
  'never-taken': neverTaken,
  'pointless-question': pointlessQuestion,
  'flat-no': flatNo,
  wordless,
  unused,
  // Last: it says which of the others were broken off.
  undecided,
} as const satisfies Record<Code, Check>

/** Every check, one for each code, in the order in which they are made. */
export const CHECKS: readonly Check[] = Object.values(BY_CODE)
