/**
 * Mutants that decide, find and print everything as the source does: no test can tell them from it. Each with its reason;
 * the runner leaves them out of its count, and tells of entries that match nothing any more.
 */
export const EQUIVALENTS: readonly { file: string; source: string; change: string; because: string }[] = [
  {
    file: 'compiler/language/tests/value-words.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a line of source.
    source: "return `${ms < 0 ? '−' : ''}${parts.join(' ')}`",
    change: '0 => 1',
    because: 'Milliseconds are whole, and none at all is said before: there is nothing from 0 up to 1.',
  },
]
