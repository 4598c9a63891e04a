import { Alert, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMe } from '../_shell/session'
import { useTRPC } from '../_shell/trpc'
import { NobodyElse } from './nobody-else'
import { approvalsInWords, namesInWords } from './words'

/** Before a draft is proposed: whose hands it went through, and who can decide. */
export function WhoDecides({ policy }: { policy: string }) {
  const trpc = useTRPC()
  const me = useMe()
  const outlook = useQuery(trpc.proposals.outlook.queryOptions({ policy }, { staleTime: 0 }))
  if (!outlook.data) return null
  const { needed, approvers } = outlook.data
  const others = outlook.data.editors.filter(({ id }) => id !== me.id)
  const hands = [me.id, ...others.map(({ id }) => id)]
  const left = approvers.filter(({ id }) => !hands.includes(id))
  const who =
    others.length === 0 ? 'You have' : `You and ${namesInWords(others.map(({ name }) => name))} have`
  const none = others.length === 0 ? 'and cannot approve it yourself.' : 'and none of you can approve it.'
  return (
    <>
      <Text size="sm" mb="xs">
        {who} edited this, {none}{' '}
        {left.length >= needed &&
          `It needs ${approvalsInWords(needed)}, from ${namesInWords(
            left.map(({ name }) => name),
            'or',
          )}.`}
      </Text>
      {left.length < needed && (
        <Alert color="warn" title="There are not enough people to approve it">
          It needs {approvalsInWords(needed)} by somebody who has not edited it.{' '}
          {left.length === 0
            ? 'Nobody else has the right to approve.'
            : `Only ${namesInWords(left.map(({ name }) => name))} could.`}{' '}
          <NobodyElse />
        </Alert>
      )}
    </>
  )
}
