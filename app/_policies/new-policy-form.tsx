import { Alert, Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { apiError, errorCode, errorSentence, useTRPC } from '../_shell/trpc'
import { type DocumentFile, type FileProblem, locate } from './document-file'
import { FilePicker } from './file-picker'
import { FileProblems } from './file-problems'
import { nameFrom, nameProblem } from './name'

type Source = 'empty' | 'handbook' | 'file'

const SUBMIT: Record<Source, string> = {
  empty: 'Create policy',
  handbook: 'Create handbook',
  file: 'Import policy',
}

/** Title, name and where to begin; leads to the new policy's chart. */
export function NewPolicyForm({ onCancel, taken }: { onCancel: () => void; taken: string[] }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const sourceLabel = useId()
  const [source, setSource] = useState<Source>('empty')
  const [file, setFile] = useState<DocumentFile | null>(null)
  const [problems, setProblems] = useState<FileProblem[]>([])
  const [title, setTitle] = useState('')
  /** Null as long as it follows the title. */
  const [ownName, setOwnName] = useState<string | null>(null)
  const [tried, setTried] = useState(false)

  const name = ownName ?? nameFrom(title)
  const wrongName = nameProblem(name, taken)

  const create = useMutation(
    trpc.policies.create.mutationOptions({
      onSuccess: created => {
        queries.invalidateQueries(trpc.policies.list.queryFilter())
        queries.invalidateQueries({ queryKey: trpc.handbooks.pathKey() })
        router.push(`/policies/${created.name}/edit`)
      },
      onError: error => {
        const findings = apiError(error)?.data?.findings
        if (file && findings?.length) setProblems(locate(file, findings))
      },
    }),
  )
  const conflict = errorCode(create.error) === 'CONFLICT'

  const choose = (chosen: DocumentFile | FileProblem) => {
    create.reset()
    if (!('document' in chosen)) {
      setFile(null)
      return setProblems([chosen])
    }
    setFile(chosen)
    setProblems([])
    const said = { title: undefined, name: undefined, ...Object(chosen.document) }
    if (typeof said.title === 'string') setTitle(said.title)
    if (typeof said.name === 'string') setOwnName(said.name)
    else if (typeof said.title !== 'string') setTitle(chosen.name.replace(/\.json$/i, ''))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (wrongName || title.trim() === '' || (source === 'file' && !file)) return
    const heading = { name, title: title.trim() }
    if (source === 'handbook') return create.mutate({ ...heading, kind: 'handbook' })
    if (source === 'empty' || !file)
      return create.mutate({ ...heading, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })
    create.mutate({ ...heading, document: renamed(file.document, heading) })
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <div>
          <div
            id={sourceLabel}
            style={{ fontSize: 12, fontWeight: 500, color: 'var(--soft)', marginBottom: 4 }}
          >
            Begin with
          </div>
          <SegmentedControl
            fullWidth
            aria-labelledby={sourceLabel}
            data={[
              { value: 'empty', label: 'An empty chart' },
              { value: 'handbook', label: 'A handbook to share' },
              { value: 'file', label: 'A file' },
            ]}
            value={source}
            onChange={value => setSource(value as Source)}
          />
        </div>
        {source === 'file' && (
          <>
            <FilePicker file={file} onChoose={choose} missing={tried && !file && problems.length === 0} />
            <FileProblems problems={problems} />
          </>
        )}
        <TextInput
          label="Title"
          placeholder={source === 'handbook' ? 'Company handbook' : 'Shipping promises'}
          data-autofocus
          value={title}
          onChange={event => setTitle(event.currentTarget.value)}
          error={
            tried && title.trim() === '' && source === 'handbook'
              ? 'What is this handbook called?'
              : 'What is this policy about?'
          }
        />
        <TextInput
          label="Name"
          description="Stands in addresses, file names and clients' requests, and stays as it is."
          styles={{ input: { fontFamily: 'var(--mono)', fontSize: 12.5 } }}
          spellCheck={false}
          value={name}
          onChange={event => setOwnName(event.currentTarget.value)}
          error={conflict ? errorSentence(create.error) : (tried || ownName !== null) && wrongName}
        />
        {create.error && !conflict && problems.length === 0 && (
          <Alert color="err" role="alert" title="The policy is not created">
            {errorSentence(create.error)}
          </Alert>
        )}
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isPending || create.isSuccess}>
            {SUBMIT[source]}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The document under the name and title of the form; what is no object stays as it is, for the server to refuse. */
const renamed = (document: unknown, heading: { name: string; title: string }) =>
  typeof document === 'object' && document !== null && !Array.isArray(document)
    ? { ...document, ...heading }
    : document
