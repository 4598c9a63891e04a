import type { Code } from '@/compiler/language/finding'

/** What each finding says, in one sentence. */
export const FINDING_WORDS = {
  malformed:
    'The document does not have the form of a policy, or a parameter or a period is missing or invalid.',
  'unknown-reference':
    'A fact, action, tier or node is named that does not exist; the nearest name is suggested.',
  'bad-test': "A condition cannot be read, or does not fit its fact's type; the place in its text is marked.",
  start: 'There is not exactly one start, or it leads nowhere.',
  cycle: 'The chart goes in a circle, so that a case could go on for ever.',
  'dead-end': 'A step that has to lead on leads nowhere, or to more places than it may.',
  gap: 'No answer of a question covers the case shown: the agent would be left without words.',
  overlap: 'Two answers of a question hold for the case shown, and nothing says which one counts.',
  'no-authority': 'A tier on this path does an action, or goes to a limit, that it has no authority for.',
  'cannot-keep': 'What the action requires does not hold on this path: a promise that cannot be kept.',
  'escalates-down': 'An escalation does not go upward.',
  guardrail: 'A guardrail of the handbook is broken in the case shown.',
  'says-the-rule': 'Words for the customer contain a phrase that would give a magic word away.',
  'second-guess': 'The agent is made to judge something for which the customer is to be taken at their word.',
  scenario: 'A scenario does not come out as expected.',
  undecided:
    'A check took longer than it may. It names itself and the place; nothing counts as clean that was not decided.',
  'too-large': 'The table of a tier would have more rows than the limit.',
  unreachable: 'No path leads to this step.',
  'never-taken': 'There is no case that takes this line.',
  'pointless-question': 'Whatever the answer is, the decision is the same.',
  'flat-no': 'A case is declined, and nothing is offered instead.',
  wordless: 'A decision reaches the customer without any words.',
  unused: 'Nothing uses this fact or action of the handbook.',
} as const satisfies Record<Code, string>
