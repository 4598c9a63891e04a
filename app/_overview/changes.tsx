import { Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { EntryList } from '../_audit/entry-list'
import { notifyTrouble } from '../_shell/notify'
import { type Outputs, useTRPC } from '../_shell/trpc'
import { When } from '../_shell/when'
import classes from './overview.module.css'

type OverviewData = Outputs['audit']['overview']

/** What was done since whoever looks last said that they had seen it all. */
export function Changes({ overview }: { overview: OverviewData }) {
  const { changes, changed, newest, lookedAt } = overview
  const trpc = useTRPC()
  const queries = useQueryClient()
  const look = useMutation(
    trpc.audit.look.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.audit.overview.queryFilter()),
      onError: error => notifyTrouble('It is still shown as new', error),
    }),
  )
  return (
    <section aria-labelledby="changes" className={classes.section}>
      <div className={classes.head}>
        <div>
          <h2 id="changes">Since you last looked</h2>
          <p role="status">
            {lookedAt ? (
              <>
                You looked <When at={lookedAt} />.{' '}
              </>
            ) : (
              'You have not looked yet. '
            )}
            {changed === 0
              ? 'Nothing has changed since.'
              : `${changed} ${changed === 1 ? 'change' : 'changes'}${lookedAt ? ' since' : ' so far'}.`}
          </p>
        </div>
        {changed > 0 && (
          <Button
            variant="default"
            leftSection={<IconEye size={16} stroke={1.6} />}
            loading={look.isPending}
            onClick={() => look.mutate({ seq: newest })}
          >
            Mark as seen
          </Button>
        )}
      </div>
      {changed > 0 && <EntryList entries={changes} label="What is new" heading="h3" />}
      <p className={classes.more}>
        {changed > changes.length && `And ${changed - changes.length} before these. `}
        <Link href="/audit">The whole log</Link>
      </p>
    </section>
  )
}
