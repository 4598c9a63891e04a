import { defineCommand, readOnlyRefusal } from './command'
import { pasteCopied, readCopied } from './copied'

export const paste = defineCommand({
  id: 'paste',
  title: 'Paste',
  group: 'Edit',
  shortcuts: ['Mod+V'],
  where: 'canvas',
  refuses: readOnlyRefusal,
  run(context) {
    const copied = readCopied(context.clipboard.read())
    if (copied) pasteCopied(context, copied, 'Paste')
    else context.tell('No nodes were copied yet.')
  },
})
