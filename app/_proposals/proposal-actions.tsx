import { Button, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowBackUp, IconCheck, IconRocket } from '@tabler/icons-react'
import { useMe } from '../_shell/session'
import { NobodyElse } from './nobody-else'
import type { Proposal } from './proposal'
import classes from './proposal.module.css'
import { PublishDialog } from './publish-dialog'
import { ReasonDialog } from './reason-dialog'
import { useDeciding } from './use-deciding'
import { approvalsInWords, namesInWords } from './words'

const icon = { size: 16, stroke: 1.8 }

/** What can be done with a proposal by whoever looks at it, and why they cannot do what they cannot. */
export function ProposalActions({ proposal }: { proposal: Proposal }) {
  const { mayNot, kind, outcome } = proposal
  const deciding = useDeciding(proposal)
  const [sendingBack, sendBack] = useDisclosure(false)
  const [withdrawing, withdraw] = useDisclosure(false)
  const [publishing, publish] = useDisclosure(false)
  if (outcome !== null) return null
  const approvedAlready = mayNot.takeBack === null
  return (
    <section className={classes.actions} aria-label="Decide">
      <div className={classes.buttons}>
        {approvedAlready ? (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp {...icon} />}
            loading={deciding.takeBack.isPending}
            onClick={() => deciding.takeBack.mutate()}
          >
            Take my approval back
          </Button>
        ) : (
          <May why={mayNot.approve}>
            <Button
              leftSection={<IconCheck {...icon} />}
              disabled={mayNot.approve !== null}
              variant={mayNot.publish === null ? 'default' : 'filled'}
              loading={deciding.approve.isPending}
              onClick={() => deciding.approve.mutate()}
            >
              Approve
            </Button>
          </May>
        )}
        {kind === 'content' && (
          <May why={mayNot.publish}>
            <Button
              leftSection={<IconRocket {...icon} />}
              variant={mayNot.publish === null ? 'filled' : 'default'}
              disabled={mayNot.publish !== null}
              onClick={publish.open}
            >
              Publish…
            </Button>
          </May>
        )}
        <span className={classes.gap} />
        {mayNot.sendBack === null && (
          <Button variant="subtle" color="gray" onClick={sendBack.open}>
            Send back…
          </Button>
        )}
        {mayNot.withdraw === null && (
          <Button variant="subtle" color="gray" onClick={withdraw.open}>
            Withdraw…
          </Button>
        )}
      </div>
      <Why proposal={proposal} approvedAlready={approvedAlready} />
      <ReasonDialog
        opened={sendingBack}
        onClose={sendBack.close}
        title={`Send proposal ${proposal.number} back`}
        label="What has to change?"
        button="Send it back"
        required
        deciding={deciding.sendBack}
      />
      <ReasonDialog
        opened={withdrawing}
        onClose={withdraw.close}
        title={`Withdraw proposal ${proposal.number}`}
        label="Why?"
        button="Withdraw it"
        deciding={deciding.withdraw}
      />
      {kind === 'content' && (
        <PublishDialog proposal={proposal} opened={publishing} onClose={publish.close} />
      )}
    </section>
  )
}

/** A button that says why it cannot be pressed. */
function May({ why, children }: { why: string | null; children: React.ReactNode }) {
  return (
    <Tooltip label={why} disabled={why === null}>
      <span>{children}</span>
    </Tooltip>
  )
}

/** In a sentence below the buttons: what keeps it, and who can go on. */
function Why({ proposal, approvedAlready }: { proposal: Proposal; approvedAlready: boolean }) {
  const me = useMe()
  const { mayNot, needed, standing, couldApprove } = proposal
  const missing = needed - standing
  if (missing <= 0) return <p className={classes.why}>It is approved, and can be published now.</p>
  const others = couldApprove.filter(({ id }) => id !== me.id)
  const own = mayNot.approve === null
  return (
    <p className={classes.why}>
      {own ? 'It is yours to decide. ' : approvedAlready ? 'You have approved it. ' : `${mayNot.approve} `}
      {couldApprove.length < missing ? (
        <>
          It needs {approvalsInWords(missing)}, and{' '}
          {couldApprove.length === 0 ? 'nobody else may approve it' : 'too few people may approve it'}.{' '}
          <NobodyElse />
        </>
      ) : (
        others.length > 0 &&
        `${namesInWords(
          others.map(({ name }) => name),
          'or',
        )} can${own ? ', too' : ''}.`
      )}
    </p>
  )
}
