'use client'

import { Modal } from '@mantine/core'
import { useEditor, useEditorStore } from '../document/store'
import { ShortcutGroups } from './shortcut-groups'

/** What the keyboard does, from the same registry that makes it do so (?). */
export function ShortcutsList() {
  const store = useEditorStore()
  const opened = useEditor(state => state.dialog === 'shortcuts')
  return (
    <Modal
      opened={opened}
      onClose={() => store.getState().openDialog(null)}
      title="Keyboard shortcuts"
      size={720}
      yOffset="8vh"
    >
      <ShortcutGroups />
    </Modal>
  )
}
