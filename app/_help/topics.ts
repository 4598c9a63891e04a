/** The parts of the help in their order: anchor and title. */
export const TOPICS = {
  policy: 'Policies',
  tiers: 'Tiers',
  facts: 'Facts',
  questions: 'Questions and answers',
  actions: 'Actions',
  escalations: 'Escalations',
  'magic-words': 'Magic words',
  closing: 'Closing a case',
  words: 'Words',
  guardrails: 'Guardrails',
  trying: 'Trying a call',
  scenarios: 'Scenarios',
  together: 'Several people, one draft',
  publishing: 'Proposals, versions and tables',
  comparing: 'Comparing versions',
  keyboard: 'The keyboard',
  findings: 'Findings',
} as const

export type TopicId = keyof typeof TOPICS
