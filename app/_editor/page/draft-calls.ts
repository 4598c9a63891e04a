import { errorCode, type Outputs, type useTRPCClient } from '@/app/_shell/trpc'
import type { PolicyDocument } from '@/compiler/language/policy'
import { asHandbook, asPolicy } from '../document/as-policy'
import type { EditorCalls } from '../document/autosave'
import type { FetchHandbook } from '../document/fetch-handbooks'
import type { ServerDraft } from '../document/store'

type Draft = Outputs['drafts']['get']
type Client = ReturnType<typeof useTRPCClient>

/** A draft as the editor has it: a handbook is one without a chart. */
export const serverDraft = ({ revision, savedAt, savedBy, ...draft }: Draft): ServerDraft => ({
  document: draft.kind === 'handbook' ? asPolicy(draft.document) : draft.document,
  revision,
  savedAt,
  savedBy,
})

/** A document of the editor as the server keeps it. */
const saved = (kind: Draft['kind'], version: number) => (document: PolicyDocument) =>
  kind === 'handbook' ? asHandbook(document, version) : document

/** Browsers carry no more than 64 KiB out of a page that is being closed. */
const MOST_ON_LEAVING = 60_000

/** A call from a page that is about to be gone: the browser carries it out all the same. */
function callOnLeaving(procedure: string, input: object) {
  const body = JSON.stringify(input)
  if (body.length > MOST_ON_LEAVING) return
  void fetch(`/api/trpc/${procedure}`, {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body,
  }).catch(() => {})
}

/** What saving asks of the server, by the app's own client. A handbook keeps the version that its draft names. */
export function draftCalls(client: Client, kind: Draft['kind'], version = 1): EditorCalls {
  const out = saved(kind, version)
  return {
    save: input => client.drafts.save.mutate({ ...input, document: out(input.document) }),
    load: async policy => serverDraft(await client.drafts.get.query({ policy })),
    here: input => client.drafts.here.mutate(input),
    leave: input => callOnLeaving('drafts.here', { ...input, at: [], leaves: true }),
    saveOnLeaving: input => callOnLeaving('drafts.save', { ...input, document: out(input.document) }),
  }
}

/** Versions of shared handbooks, for documents that take one in. */
export const handbookFetch =
  (client: Client): FetchHandbook =>
  async (handbook, version) => {
    try {
      return await client.handbooks.get.query({ handbook, version })
    } catch (error) {
      if (errorCode(error) === 'NOT_FOUND') return null
      throw error
    }
  }
