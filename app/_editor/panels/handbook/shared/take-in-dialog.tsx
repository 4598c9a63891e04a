import { Alert, Button, Group, Modal, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useEffect, useMemo, useState } from 'react'
import { errorSentence, type Outputs, useTRPC } from '@/app/_shell/trpc'
import { Waiting } from '@/app/_shell/waiting'
import { handbookOf } from '../../../document/handbook-of'
import { useEditor, useEditorStore } from '../../../document/store'
import { takeIn } from '../../../document/take-in'
import { useWhatIf } from '../../../document/use-what-if'
import { ForeseenNote } from '../foreseen-note'
import classes from './shared.module.css'
import { takenInWords } from './taken-in-words'

type Handbook = Outputs['handbooks']['list'][number]

interface TakeInDialogProps {
  opened: boolean
  onClose: () => void
  /** The handbooks to choose from; those without a published version cannot be taken in. */
  handbooks: readonly Handbook[]
  /** The one that is taken in already, where another version of it is wanted. */
  name?: string
  /** Chosen to begin with; the newest where it is left out. */
  version?: number
}

/** Takes in a shared handbook, or another version of it, once it was said what that does. */
export function TakeInDialog({ opened, onClose, name, ...props }: TakeInDialogProps) {
  const title = name === undefined ? 'Take in a shared handbook' : 'Move to another version'
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={520} yOffset="12vh">
      <TakeInForm name={name} onClose={onClose} {...props} />
    </Modal>
  )
}

function TakeInForm({ onClose, handbooks, name: fixed, version: first }: Omit<TakeInDialogProps, 'opened'>) {
  const store = useEditorStore()
  const trpc = useTRPC()
  const published = handbooks.filter(({ versions }) => versions.length > 0)
  const [name, setName] = useState<string | null>(fixed ?? published[0]?.name ?? null)
  const chosen = published.find(each => each.name === name)
  const [picked, setPicked] = useState<number | null>(first ?? null)
  const version = picked ?? chosen?.versions[0]?.number ?? null
  const document = useEditor(state => state.document)
  const tiers = useEditor(state => handbookOf(state).tiers)
  const shared = useQuery(
    trpc.handbooks.get.queryOptions(
      { handbook: name ?? '', version: version ?? 1 },
      { enabled: name !== null && version !== null, staleTime: Number.POSITIVE_INFINITY },
    ),
  )
  const handbook = shared.data
  useEffect(() => {
    if (handbook) store.getState().knowHandbook(handbook, handbook)
  }, [store, handbook])

  const taken = useMemo(
    () => (handbook ? takeIn(document, handbook, tiers) : null),
    [document, handbook, tiers],
  )
  const would = useMemo(() => (taken ? { ...document, handbook: taken.handbook } : null), [document, taken])
  const foreseen = useWhatIf(store, would)

  if (published.length === 0)
    return (
      <p className={classes.text}>
        There is no shared handbook to take in yet: it has to be published first. Handbooks are listed with
        the <Link href="/">policies</Link>.
      </p>
    )
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    if (!taken) return
    const { edit } = store.getState()
    edit(fixed === undefined ? 'Take in a shared handbook' : `Move to version ${version}`, draft => {
      draft.handbook = taken.handbook
    })
    onClose()
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {fixed === undefined && (
          <Select
            label="Handbook"
            data-autofocus
            data={published.map(each => ({ value: each.name, label: each.title }))}
            value={name}
            allowDeselect={false}
            onChange={to => {
              setName(to)
              setPicked(null)
            }}
          />
        )}
        <Select
          label="Version"
          data-autofocus={fixed !== undefined || undefined}
          data={(chosen?.versions ?? []).map(({ number }, i) => ({
            value: String(number),
            label: `Version ${number}${i === 0 ? ', the newest' : ''}`,
          }))}
          value={version === null ? null : String(version)}
          allowDeselect={false}
          onChange={to => setPicked(Number(to))}
        />
        {shared.error && (
          <Alert color="err" title="The handbook did not load">
            {errorSentence(shared.error)}
          </Alert>
        )}
        {!taken && !shared.error && <Waiting>Loading the handbook</Waiting>}
        {taken && (
          <>
            {fixed === undefined && (
              <ul className={classes.says}>
                {takenInWords(taken).map(line => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
            <ForeseenNote foreseen={foreseen} />
          </>
        )}
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!taken}>
            {fixed === undefined ? 'Take it in' : `Move to version ${version}`}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
