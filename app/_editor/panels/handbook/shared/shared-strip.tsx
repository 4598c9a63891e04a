import { Button } from '@mantine/core'
import { IconBooks } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { useTRPC } from '@/app/_shell/trpc'
import { useEditor, useEditorStore } from '../../../document/store'
import { handbookKey, referenceOf } from '../../../document/taken-in'
import { useHandbook } from '../../use-handbook'
import { ShareDialog } from './share-dialog'
import classes from './shared.module.css'
import { TakeInDialog } from './take-in-dialog'

/** Whose handbook this is: the policy's own, or a version of one that policies share; and what can be done about that. */
export function SharedStrip() {
  const reference = useEditor(state => referenceOf(state.document))
  return (
    <div className={classes.strip}>
      <IconBooks size={17} stroke={1.6} aria-hidden />
      {reference ? <Takes name={reference.name} version={reference.version} /> : <OwnHandbook />}
    </div>
  )
}

function Takes({ name, version }: { name: string; version: number }) {
  const store = useEditorStore()
  const trpc = useTRPC()
  const handbook = useHandbook()
  const readOnly = useEditor(state => state.readOnly)
  const missing = useEditor(state => state.shared[handbookKey({ name, version })] === null)
  const list = useQuery(trpc.handbooks.list.queryOptions())
  const [moving, setMoving] = useState(false)
  const found = list.data?.find(each => each.name === name)
  const newest = found?.versions[0]?.number
  const detach = () =>
    store.getState().edit('Keep a handbook of its own', draft => {
      draft.handbook = structuredClone(handbook)
    })
  return (
    <>
      <p>
        Takes in the handbook <Link href={`/policies/${name}/edit`}>{found?.title ?? name}</Link>, version{' '}
        {version}
        {missing ? ', which was never published.' : '. What is shared is changed there.'}
      </p>
      {!readOnly && (
        <>
          {newest !== undefined && (newest !== version || (found?.versions.length ?? 0) > 1) && (
            <Button
              variant={newest > version ? 'filled' : 'default'}
              size="compact-sm"
              onClick={() => setMoving(true)}
            >
              {newest > version ? `Move to version ${newest}…` : 'Another version…'}
            </Button>
          )}
          {!missing && (
            <Button variant="default" size="compact-sm" onClick={detach}>
              Make it this policy’s own
            </Button>
          )}
        </>
      )}
      {found && (
        <TakeInDialog
          opened={moving}
          onClose={() => setMoving(false)}
          handbooks={[found]}
          name={name}
          version={newest === version ? found.versions[1]?.number : newest}
        />
      )}
    </>
  )
}

function OwnHandbook() {
  const trpc = useTRPC()
  const readOnly = useEditor(state => state.readOnly)
  const list = useQuery(trpc.handbooks.list.queryOptions())
  const [open, setOpen] = useState<'take-in' | 'share' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <p>This policy’s own handbook.</p>
      {!readOnly && (
        <>
          {(list.data?.length ?? 0) > 0 && (
            <Button variant="default" size="compact-sm" onClick={() => setOpen('take-in')}>
              Take in a shared handbook…
            </Button>
          )}
          <Button variant="default" size="compact-sm" onClick={() => setOpen('share')}>
            Share this handbook…
          </Button>
        </>
      )}
      <TakeInDialog opened={open === 'take-in'} onClose={close} handbooks={list.data ?? []} />
      <ShareDialog opened={open === 'share'} onClose={close} />
    </>
  )
}
