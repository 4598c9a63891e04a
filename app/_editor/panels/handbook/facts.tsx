import { Button, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { testWords } from '@/compiler/language/tests/words'
import { useEditor } from '../../document/store'
import { NewFact } from '../inspector/new-fact'
import { useHandbook } from '../use-handbook'
import { factTitle, sourceWords } from '../words/titles'
import { TYPE_WORDS } from '../words/types'
import { FactDetail } from './fact-detail'
import classes from './handbook.module.css'
import { SharedMark } from './shared/shared-mark'

interface EntriesProps {
  picked: string | null
  onPick: (id: string | null) => void
}

/** Every fact in one table; the one picked beside it, with all its fields. */
export function Facts({ picked, onPick }: EntriesProps) {
  const handbook = useHandbook()
  const readOnly = useEditor(state => state.readOnly)
  const [making, setMaking] = useState(false)
  const { facts } = handbook
  const ids = Object.keys(facts)
  const open = picked !== null && picked in facts ? picked : null
  return (
    <div className={classes.split} data-open={open !== null || undefined}>
      <div className={classes.main}>
        {ids.length === 0 ? (
          <p className={classes.lead}>
            A fact is something that is known about a case, or has to be found out: the time of the call, the
            order’s total, whether the warehouse can.
          </p>
        ) : (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Fact</th>
                <th scope="col">Is</th>
                <th scope="col">Comes</th>
              </tr>
            </thead>
            <tbody>
              {ids.map(id => {
                const fact = facts[id]!
                const allowed = fact.allowedValues ? testWords(fact.allowedValues, fact.type) : ''
                return (
                  <tr
                    key={id}
                    data-picked={id === open || undefined}
                    onClick={() => onPick(id === open ? null : id)}
                  >
                    <td>
                      <UnstyledButton
                        className={classes.name}
                        aria-expanded={id === open}
                        onClick={event => {
                          event.stopPropagation()
                          onPick(id === open ? null : id)
                        }}
                      >
                        {factTitle(id, handbook)}
                      </UnstyledButton>
                      <SharedMark part="facts" id={id} />
                      <div className={classes.id}>{id}</div>
                    </td>
                    <td>
                      {allowed || TYPE_WORDS[fact.type]}
                      {fact.mayBeUnknown && ', or nobody knows'}
                    </td>
                    <td>
                      {sourceWords(fact)}
                      {fact.volunteered && ', never asked for'}
                      {fact.private && ', private'}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        )}
        {!readOnly && (
          <Button
            variant="subtle"
            size="compact-sm"
            m={8}
            leftSection={<IconPlus size={14} />}
            onClick={() => setMaking(true)}
          >
            Add a fact
          </Button>
        )}
        <NewFact opened={making} onClose={() => setMaking(false)} onMade={onPick} />
      </div>
      {open !== null && (
        <aside className={classes.detail} aria-label={`Fact ${factTitle(open, handbook)}`}>
          <FactDetail key={open} id={open} onPick={onPick} />
        </aside>
      )}
    </div>
  )
}
