import { Button, Checkbox, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ROLE_CHOICES, ROLES, type Role } from '../_shell/roles'
import { errorCode, errorSentence, type Outputs, useTRPC } from '../_shell/trpc'

interface NewPersonFormProps {
  onCreated: (created: Outputs['people']['create']) => void
  onCancel: () => void
}

/** Name, e-mail address and role of somebody new. */
export function NewPersonForm({ onCreated, onCancel }: NewPersonFormProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('manager')
  const [approves, setApproves] = useState(false)
  const [tried, setTried] = useState(false)
  const create = useMutation(
    trpc.people.create.mutationOptions({
      onSuccess: created => {
        queries.invalidateQueries(trpc.people.list.queryFilter())
        onCreated(created)
      },
    }),
  )
  const noEmail = !/^\S+@\S+\.\S+$/.test(email.trim())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() && !noEmail)
      create.mutate({
        name: name.trim(),
        email: email.trim(),
        role,
        approves: approves && role !== 'auditor',
      })
  }
  const taken = errorCode(create.error) === 'CONFLICT'
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label="Name"
          data-autofocus
          autoComplete="off"
          value={name}
          onChange={event => setName(event.currentTarget.value)}
          error={tried && !name.trim() && 'Who is it?'}
        />
        <TextInput
          label="E-mail address"
          type="email"
          autoComplete="off"
          value={email}
          onChange={event => setEmail(event.currentTarget.value)}
          error={taken ? errorSentence(create.error) : tried && noEmail && 'This is not an e-mail address.'}
        />
        <Radio.Group label="Role" value={role} onChange={value => setRole(value as Role)}>
          <Stack gap={8} mt={4}>
            {ROLE_CHOICES.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} description={ROLES[value].about} size="xs" />
            ))}
          </Stack>
        </Radio.Group>
        <Checkbox
          label="May approve what others propose"
          description={
            role === 'auditor'
              ? 'Not for auditors, who change nothing.'
              : 'Nobody approves what they had a hand in.'
          }
          checked={approves && role !== 'auditor'}
          disabled={role === 'auditor'}
          onChange={event => setApproves(event.currentTarget.checked)}
        />
        {create.error && !taken && (
          <Text role="alert" c="err" size="sm">
            {errorSentence(create.error)}
          </Text>
        )}
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isPending}>
            Add
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
