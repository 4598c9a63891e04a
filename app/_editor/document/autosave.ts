import type { PolicyDocument } from '@/compiler/language/policy'
import { faultOf } from './faults'
import type { SafetyCopies } from './safety-copy'
import { sameJson } from './same-json'
import type { EditorStore, ServerDraft } from './store'

/** What autosave asks of the server. Both reject with what tRPC throws. */
export interface DraftCalls {
  save(input: { policy: string; revision: number; document: PolicyDocument }): Promise<{
    revision: number
    savedAt: string
  }>
  load(policy: string): Promise<ServerDraft>
  /** The same save, from a page that is about to be gone; nobody waits for an answer. */
  saveOnLeaving(input: { policy: string; revision: number; document: PolicyDocument }): void
}

export interface Autosave {
  /** Saves now what is unsaved; resolves once the server has it, or once it is clear why not. */
  flush(): Promise<void>
  /** Ends a conflict with the other draft; mine stays one undo away. */
  loadTheirs(): Promise<void>
  /** Ends a conflict with my draft; theirs stays one undo away. */
  keepMine(): Promise<void>
  /** The connection is back, or somebody came back to the tab. */
  wake(): void
  /** The page is going away. */
  leave(): void
  stop(): void
}

/** How long typing has to rest before it is saved, in milliseconds. */
const REST = 600
const KEEP = 150
const RETRY = [1000, 2000, 5000, 10_000, 30_000]

/**
 * Saves the document a moment after each edit. What has not reached the server is kept in this browser; what fails
 * for want of a connection is tried again until it succeeds; what would write over somebody else's save waits for a
 * person to decide.
 */
export function startAutosave(store: EditorStore, calls: DraftCalls, copies: SafetyCopies): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined
  let keeper: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let failures = 0
  let stopped = false

  const state = () => store.getState()
  const dirty = () => state().document !== state().saved.document

  const keep = () => {
    clearTimeout(keeper)
    keeper = undefined
    if (dirty()) copies.keep(state().document, state().saved.revision)
  }

  const schedule = (after: number) => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void save(), after)
  }

  const settled = (savedAt: string) => {
    failures = 0
    if (dirty()) {
      state().setSave({ state: 'unsaved', at: savedAt, message: undefined, conflict: undefined })
      return schedule(REST)
    }
    clearTimeout(keeper)
    copies.clear()
    state().setSave({ state: 'saved', at: savedAt, message: undefined, conflict: undefined })
  }

  /** A stale save is no conflict where the other save was ours (its answer got lost), or changed nothing. */
  const looksLikeConflict = async (sent: PolicyDocument) => {
    const theirs = await calls.load(state().policyName)
    if (sameJson(theirs.document, sent)) {
      state().serverHas({ ...theirs, document: sent })
      return settled(theirs.savedAt)
    }
    if (sameJson(theirs.document, state().saved.document)) {
      state().serverHas({ ...theirs, document: state().saved.document })
      state().setSave({ state: 'unsaved' })
      return schedule(0)
    }
    keep()
    const { revision, savedAt, savedBy } = theirs
    state().setSave({ state: 'conflict', message: undefined, conflict: { revision, savedAt, savedBy } })
  }

  const failed = async (error: unknown, sent: PolicyDocument): Promise<void> => {
    const fault = faultOf(error)
    switch (fault.is) {
      case 'conflict':
        return looksLikeConflict(sent).catch(again => failed(again, sent))
      case 'offline':
      case 'signed-out':
        keep()
        state().setSave({ state: fault.is === 'offline' ? 'offline' : 'refused', message: fault.message })
        return schedule(RETRY[Math.min(failures++, RETRY.length - 1)] ?? 30_000)
      case 'refused':
        keep()
        return state().setSave({ state: 'refused', message: fault.message })
    }
  }

  const send = async () => {
    const { document, saved, policyName: policy } = state()
    state().setSave({ state: 'saving' })
    try {
      const { revision, savedAt } = await calls.save({ policy, revision: saved.revision, document })
      state().serverHas({ ...state().saved, document, revision, savedAt })
      settled(savedAt)
    } catch (error) {
      await failed(error, document)
    }
  }

  const save = async (): Promise<void> => {
    clearTimeout(timer)
    if (running) return running
    if (stopped || !dirty() || state().save.state === 'conflict') return
    running = send().finally(() => {
      running = null
    })
    return running
  }

  const unsubscribe = store.subscribe((now, before) => {
    if (now.document === before.document || now.readOnly) return
    // Being led back to what the server has needs no save.
    if (!dirty()) {
      const waits = now.save.state !== 'saving' && now.save.state !== 'conflict'
      return waits ? settled(now.saved.savedAt) : undefined
    }
    keeper ??= setTimeout(keep, KEEP)
    if (now.save.state !== 'offline' && now.save.state !== 'conflict') schedule(REST)
  })

  const resolve = async (decide: (theirs: ServerDraft) => void) => {
    try {
      const theirs = await calls.load(state().policyName)
      decide(theirs)
    } catch (error) {
      state().setSave({ message: `That did not work: ${faultMessage(error)} Your work is still here.` })
    }
  }

  return {
    async flush() {
      await save()
      if (dirty() && state().save.state === 'unsaved') await save()
    },
    loadTheirs: () =>
      resolve(theirs => {
        state().replace(`Load ${whose(theirs)} draft`, theirs.document)
        state().serverHas({ ...theirs, document: state().document })
        settled(theirs.savedAt)
      }),
    keepMine: () =>
      resolve(theirs => {
        const mine = state().document
        state().replace(`Load ${whose(theirs)} draft`, theirs.document)
        state().serverHas({ ...theirs, document: state().document })
        state().replace('Keep mine on top', mine)
        state().setSave({ state: 'unsaved', conflict: undefined, message: undefined })
        void save()
      }),
    wake() {
      if (dirty() && !running) schedule(0)
    },
    leave() {
      if (!dirty()) return
      keep()
      const { document, saved, policyName: policy, save: status } = state()
      if (status.state === 'unsaved') calls.saveOnLeaving({ policy, revision: saved.revision, document })
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      if (keeper) keep()
      unsubscribe()
      copies.release()
    },
  }
}

function faultMessage(error: unknown): string {
  const fault = faultOf(error)
  return 'message' in fault ? fault.message : 'Somebody saved again in between.'
}

const whose = ({ savedBy }: ServerDraft) => (savedBy ? `${savedBy}’s` : 'the other')
