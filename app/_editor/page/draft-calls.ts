import type { useTRPCClient } from '@/app/_shell/trpc'
import type { EditorCalls } from '../document/autosave'

/** Browsers carry no more than 64 KiB out of a page that is being closed. */
const MOST_ON_LEAVING = 60_000

/** What saving asks of the server, by the app's own client. */
export const draftCalls = (client: ReturnType<typeof useTRPCClient>): EditorCalls => ({
  save: input => client.drafts.save.mutate(input),
  load: policy => client.drafts.get.query({ policy }),
  here: input => client.drafts.here.mutate(input),
  saveOnLeaving(input) {
    const body = JSON.stringify(input)
    if (body.length > MOST_ON_LEAVING) return
    void fetch('/api/trpc/drafts.save', {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body,
    }).catch(() => {})
  },
})
