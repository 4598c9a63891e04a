/** Each has a version of its own in force; a client's token says which of them it reads. */
export const CHANNELS = ['staging', 'live'] as const
export type Channel = (typeof CHANNELS)[number]
