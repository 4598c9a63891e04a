import { pino } from 'pino'

/** The log on standard error, one JSON object a line. Nothing secret is ever handed to it: no bodies, no headers. */
export const log = pino({ level: process.env.REMIT_LOG || 'warn', base: undefined }, pino.destination(2))
