'use client'

import { Button } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import { relative } from '@/app/_shell/dates'
import { useSaving } from '../document/editor-provider'
import { useEditor } from '../document/store'
import { placeWords, valueWords } from './clash-words'
import classes from './clashes.module.css'

/** What somebody else and I have both changed, each in another way: both are shown, and one is chosen. */
export function Clashes() {
  const { autosave } = useSaving()
  const conflict = useEditor(state => state.save.conflict)
  const clashes = useEditor(state => state.clashes)
  const document = useEditor(state => state.document)
  const who = conflict?.savedBy ?? 'Somebody else'
  return (
    <div role="alert" className={classes.clashes}>
      <IconArrowMerge size={18} stroke={1.7} aria-hidden />
      <div className={classes.body}>
        <p>
          <strong>
            {who} and you have changed the same {clashes.length === 1 ? 'place' : `${clashes.length} places`}
          </strong>{' '}
          {conflict && `(saved ${relative(conflict.savedAt)})`}. Everything else is put together. Yours is
          kept in this browser until you choose.
        </p>
        <ul>
          {clashes.map(clash => {
            const place = placeWords(document, clash)
            return (
              <li key={clash.path.join('/')}>
                <span className={classes.place}>{place}</span>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`Keep mine: ${place}`}
                  onClick={() => autosave?.decide('mine', clash)}
                >
                  Mine: {valueWords(clash.mine)}
                </Button>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`Take theirs: ${place}`}
                  onClick={() => autosave?.decide('theirs', clash)}
                >
                  {who}: {valueWords(clash.theirs)}
                </Button>
              </li>
            )
          })}
        </ul>
      </div>
      <Button variant="default" onClick={() => autosave?.decide('mine')}>
        Keep all of mine
      </Button>
      <Button variant="default" onClick={() => autosave?.decide('theirs')}>
        Take all of theirs
      </Button>
    </div>
  )
}
