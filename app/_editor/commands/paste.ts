import { defineCommand, readOnlyRefusal } from './command'
import { pasteCopied, readCopied } from './copied'

export const paste = defineCommand({
  id: 'paste',
  title: 'Paste',
  group: 'Edit',
  shortcuts: ['Mod+V'],
  where: 'canvas',
  refuses: readOnlyRefusal,
  async run(context) {
    const copied = readCopied(await context.clipboard.read())
    if (copied) pasteCopied(context, copied, 'Paste')
    else context.tell('What was copied last is no part of a chart.')
  },
})
