/**
 * Mutants that decide, find and print everything as the source does: no test can tell them from it. Each with its reason;
 * the runner leaves them out of its count, and tells of entries that match nothing any more.
 */
export const EQUIVALENTS: readonly { file: string; source: string; change: string; because: string }[] = []
