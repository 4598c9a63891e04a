'use client'

import { Button, UnstyledButton } from '@mantine/core'
import { IconPencil, IconRoute } from '@tabler/icons-react'
import { useCommands } from '../commands/commands-provider'
import { useEditor, useEditorStore } from '../document/store'
import classes from './first-steps.module.css'
import { begunWith, isNew, TEMPLATES, type Template } from './templates'
import { Thumbnail } from './thumbnail'

/** Where to begin, for as long as nothing has been written: a small policy that is whole, the tour, or an empty chart. */
export function Gallery() {
  const store = useEditorStore()
  const { context } = useCommands()
  const shown = useEditor(state => state.firstSteps === 'gallery' && !state.readOnly && isNew(state.document))
  if (!shown) return null

  const begin = ({ document: { title } }: Template, document: ReturnType<typeof begunWith>) => {
    store.getState().replace(`Begin with “${title}”`, document)
    // The cards are measured first.
    setTimeout(() => context.canvas.fit(), 60)
  }
  const { document } = store.getState()
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return (
    <section className={classes.gallery} aria-labelledby="gallery-title">
      <div className={classes.sheet}>
        <header>
          <h2 id="gallery-title">Where do you want to begin?</h2>
          <p className={classes.lead}>
            Each of these is a whole policy, checked and ready to propose. Take one and make it yours.
          </p>
        </header>
        <ul className={classes.templates}>
          {TEMPLATES.map(template => (
            <li key={template.document.name}>
              <UnstyledButton
                className={classes.template}
                onClick={() => begin(template, begunWith(template, document, timeZone))}
              >
                <Thumbnail document={template.document} />
                <strong>{template.document.title}</strong>
                <span>{template.about}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
        <footer>
          <Button
            leftSection={<IconRoute size={16} stroke={1.7} />}
            onClick={() => store.getState().setFirstSteps('tour')}
          >
            Draw a rule step by step
          </Button>
          <Button
            variant="default"
            leftSection={<IconPencil size={16} stroke={1.7} />}
            onClick={() => {
              store.getState().setFirstSteps('off')
              context.canvas.focus('start')
            }}
          >
            An empty chart
          </Button>
        </footer>
      </div>
    </section>
  )
}
