import { z } from 'zod'
import { defineKind, placeFields } from './common'

export const note = defineKind({
  kind: 'note',
  title: 'Note',
  about: 'A remark on the canvas; compiled away.',
  waysOut: 'none',
  enterable: false,
  schema: z.strictObject({
    ...placeFields,
    kind: z.literal('note'),
    title: z.string().optional(),
    text: z.string(),
  }),
})
