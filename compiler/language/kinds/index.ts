import type { z } from 'zod'
import { action } from './action'
import { close } from './close'
import { escalate } from './escalate'
import { note } from './note'
import { question } from './question'
import { start } from './start'
import { trigger } from './trigger'

/** Every kind of node, in the order of the palette. Every other list of kinds is derived from this one. */
export const KINDS = { start, trigger, question, action, escalate, close, note } as const

export type NodeKind = keyof typeof KINDS
export type NodeOf<K extends NodeKind> = z.infer<(typeof KINDS)[K]['schema']>
/** A node of the chart. */
export type Node = { [K in NodeKind]: NodeOf<K> }[NodeKind]
