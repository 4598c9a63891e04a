import { Button, Group, Modal, NumberInput, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { proposalAddress } from '../_proposals/address'
import { useRefreshed } from '../_proposals/use-deciding'
import { approvalsInWords } from '../_proposals/words'
import { notifyDone } from '../_shell/notify'
import { useMay } from '../_shell/session'
import { errorSentence, useTRPC, useTRPCClient } from '../_shell/trpc'
import classes from './channels.module.css'

/** How many people have to agree to a new version, and the way to change that. */
export function ApprovalsNeeded({ policy }: { policy: string }) {
  const trpc = useTRPC()
  const { edit } = useMay()
  const outlook = useQuery(trpc.proposals.outlook.queryOptions({ policy }))
  const [opened, dialog] = useDisclosure(false)
  if (!outlook.data) return null
  const { needed, approvers } = outlook.data
  return (
    <section className={classes.channel} aria-labelledby="approvals-needed">
      <h2 id="approvals-needed">Approval</h2>
      <p className={classes.version}>{approvalsInWords(needed)}</p>
      <p className={classes.since}>
        for each new version, by somebody who has not edited it.{' '}
        {approvers.length === 1 ? '1 person has' : `${approvers.length} people have`} the right to approve.
      </p>
      {edit && (
        <div className={classes.next}>
          <span />
          <Button variant="subtle" size="compact-sm" onClick={dialog.open}>
            Change…
          </Button>
        </div>
      )}
      <Modal
        opened={opened}
        onClose={dialog.close}
        title="How many have to approve"
        size={440}
        yOffset="14vh"
      >
        <NeededForm policy={policy} needed={needed} onClose={dialog.close} />
      </Modal>
    </section>
  )
}

interface NeededFormProps {
  policy: string
  needed: number
  onClose: () => void
}

function NeededForm({ policy, needed, onClose }: NeededFormProps) {
  const client = useTRPCClient()
  const refresh = useRefreshed()
  const [value, setValue] = useState<number | string>(needed)
  const [note, setNote] = useState('')
  const wanted = Number(value)
  const valid = Number.isInteger(wanted) && wanted >= 1 && wanted <= 9
  const fewer = valid && wanted < needed
  const set = useMutation({
    mutationFn: () =>
      client.policies.setApprovalsNeeded.mutate({ policy, needed: wanted, note: note.trim() || undefined }),
    onSuccess({ proposal }) {
      onClose()
      if (proposal === null) notifyDone(`It needs ${approvalsInWords(wanted)} from now on.`)
      else
        notifications.show({
          color: 'ok',
          title: `Proposal ${proposal} waits for approval`,
          message: <Link href={proposalAddress(policy, proposal)}>Show proposal {proposal}</Link>,
        })
      return refresh()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (valid && wanted !== needed) set.mutate()
  }
  return (
    <form onSubmit={submit} noValidate>
      <NumberInput
        data-autofocus
        label="Approvals that a new version needs"
        description="From 1 to 9."
        min={1}
        max={9}
        allowDecimal={false}
        value={value}
        onChange={setValue}
      />
      <Text size="sm" c="dimmed" mt="sm">
        {fewer
          ? `Fewer approvals have to be approved themselves: this is proposed, and holds once ${approvalsInWords(needed)} by others stand.`
          : 'More approvals hold at once, also for what is proposed already.'}
      </Text>
      <Textarea
        mt="sm"
        label="Why"
        description="Optional; kept with it for good."
        autosize
        minRows={2}
        maxRows={6}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      {set.error && (
        <Text role="alert" c="err" size="sm" mt="sm">
          {errorSentence(set.error)}
        </Text>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={set.isPending} disabled={!valid || wanted === needed}>
          {fewer ? 'Propose it' : 'Change it'}
        </Button>
      </Group>
    </form>
  )
}
