import { ActionIcon, Button, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy, IconDownload, IconShieldCheck } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { notifyDone, notifyTrouble } from '../_shell/notify'
import { Trouble } from '../_shell/trouble'
import { type Outputs, useTRPC } from '../_shell/trpc'
import { Waiting } from '../_shell/waiting'
import { When } from '../_shell/when'
import classes from './audit.module.css'

const COMMAND =
  'npm run --silent remit -- audit verify remit-audit-log.jsonl --checkpoint remit-checkpoint.json'

/** Signed statements of what the log’s end was, to be kept elsewhere, and how the log is verified with one. */
export function Checkpoints() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const known = useQuery(trpc.audit.checkpoints.queryOptions())
  const make = useMutation(
    trpc.audit.checkpoint.mutationOptions({
      onSuccess: ({ seq }) => {
        notifyDone(`The checkpoint covers the first ${seq} entries. Download it, and keep it elsewhere.`)
        return queries.invalidateQueries(trpc.audit.pathFilter())
      },
      onError: error => notifyTrouble('No checkpoint was made', error),
    }),
  )
  return (
    <aside className={classes.aside} aria-labelledby="checkpoints">
      <h2 id="checkpoints">Checkpoints</h2>
      <p>
        A checkpoint is a signed statement of what the log was. Kept elsewhere, it shows later whether even
        one byte before it was changed.
      </p>
      <Button
        fullWidth
        variant="default"
        leftSection={<IconShieldCheck size={16} stroke={1.6} />}
        loading={make.isPending}
        onClick={() => make.mutate()}
      >
        Make a checkpoint
      </Button>
      {known.isPending && <Waiting>Loading the checkpoints</Waiting>}
      {known.error && (
        <Trouble title="The checkpoints did not load" error={known.error} retry={() => known.refetch()} />
      )}
      {known.data && <Made known={known.data} />}
      <h3>Verify the log</h3>
      <p>
        Export the whole log as JSON Lines, and ask the command line, which needs neither this server nor its
        database:
      </p>
      <Copied text={COMMAND} label="Copy the command" />
    </aside>
  )
}

function Made({ known: { checkpoints, count, last, key } }: { known: Outputs['audit']['checkpoints'] }) {
  const uncovered = last - (checkpoints[0]?.seq ?? 0)
  return (
    <>
      <p role="status" className={classes.covered}>
        {uncovered === 0
          ? 'The newest checkpoint covers every entry.'
          : checkpoints.length === 0
            ? 'None was made yet. Remit makes one a day while it runs.'
            : `${uncovered} ${uncovered === 1 ? 'entry has' : 'entries have'} come since the newest one.`}
      </p>
      {checkpoints.length > 0 && (
        <ol className={classes.checkpoints}>
          {checkpoints.slice(0, 8).map(({ seq, at, by }) => (
            <li key={seq}>
              <span>
                Entries 1 to {seq}
                <small>
                  <When at={at} exact /> by {by ?? 'Remit'}
                </small>
              </span>
              <Tooltip label="Download">
                <ActionIcon
                  component="a"
                  href={`/api/audit/checkpoint-${seq}.json`}
                  download
                  variant="subtle"
                  color="gray"
                  aria-label={`Download the checkpoint of entries 1 to ${seq}`}
                >
                  <IconDownload size={16} stroke={1.6} />
                </ActionIcon>
              </Tooltip>
            </li>
          ))}
        </ol>
      )}
      {count > 8 && <p>and {count - 8} earlier ones.</p>}
      {key && (
        <>
          <h3>The key that signs</h3>
          <p>Write its fingerprint down elsewhere; the command line compares it with --key.</p>
          <Copied text={key.id} label="Copy the fingerprint" />
        </>
      )}
    </>
  )
}

function Copied({ text, label }: { text: string; label: string }) {
  return (
    <div className={classes.copied}>
      <code>{text}</code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <ActionIcon variant="subtle" color="gray" aria-label={copied ? 'Copied' : label} onClick={copy}>
            {copied ? <IconCheck size={16} stroke={1.6} /> : <IconCopy size={16} stroke={1.6} />}
          </ActionIcon>
        )}
      </CopyButton>
    </div>
  )
}
