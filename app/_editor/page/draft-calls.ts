import type { useTRPCClient } from '@/app/_shell/trpc'
import type { EditorCalls } from '../document/autosave'

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

/** What saving asks of the server, by the app's own client. */
export const draftCalls = (client: ReturnType<typeof useTRPCClient>): EditorCalls => ({
  save: input => client.drafts.save.mutate(input),
  load: policy => client.drafts.get.query({ policy }),
  here: input => client.drafts.here.mutate(input),
  leave: input => callOnLeaving('drafts.here', { ...input, at: [], leaves: true }),
  saveOnLeaving: input => callOnLeaving('drafts.save', input),
})
