import type { PolicyDocument } from '@/compiler/language/policy'
import { faultOf } from './faults'
import type { Clash } from './merge'
import type { PresenceCalls } from './presence'
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

/** What the editor asks of the server while it is open. */
export type EditorCalls = DraftCalls & PresenceCalls

export interface Autosave {
  /** Saves now what is unsaved; resolves once the server has it, or once it is clear why not. */
  flush(): Promise<void>
  /** Ends a clash, or all of them; once none is left, what came of it is saved. */
  decide(side: 'mine' | 'theirs', clash?: Clash): void
  /** The server is said to have this revision: what is newer than ours is put together with what is here. */
  seen(revision: number): Promise<void>
  /** The connection is back, or somebody came back to the tab. */
  wake(): void
  /** The page is going away. */
  leave(): void
  stop(): void
}

/** How long typing has to rest before it is saved, in milliseconds. */
const REST = 600
/** How long after an edit a copy is kept in this browser, in milliseconds. */
const KEEP = 150
/** A copy that takes long to write waits so many times as long: mostly, the server then has the work before it is due. */
const COSTLY = 40
const REMEMBERED = 5
const RETRY = [1000, 2000, 5000, 10_000, 30_000]

/**
 * Saves the document a moment after each edit. What has not reached the server is kept in this browser; what fails
 * for want of a connection is tried again until it succeeds. What somebody else saved in between is put together with
 * what is here; only where both changed one place does saving wait for a person to decide.
 */
export function startAutosave(store: EditorStore, calls: DraftCalls, copies: SafetyCopies): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined
  let keeper: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let keepAfter = KEEP
  let failures = 0
  /** What was sent, and may have arrived although no answer came. */
  let unanswered: PolicyDocument[] = []
  let stopped = false

  const state = () => store.getState()
  const dirty = () => state().document !== state().saved.document

  const keep = () => {
    clearTimeout(keeper)
    keeper = undefined
    if (!dirty()) return
    const begun = performance.now()
    copies.keep(state().document, state().saved.revision)
    keepAfter = Math.max(KEEP, COSTLY * (performance.now() - begun))
  }

  const schedule = (after: number) => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void save(), after)
  }

  const settled = (savedAt: string) => {
    failures = 0
    unanswered = []
    if (dirty()) {
      state().setSave({ state: 'unsaved', at: savedAt, message: undefined, conflict: undefined })
      return schedule(REST)
    }
    clearTimeout(keeper)
    keeper = undefined
    copies.clear()
    state().setSave({ state: 'saved', at: savedAt, message: undefined, conflict: undefined })
  }

  /** A stale save is no conflict where the other save was ours (its answer got lost), or changed nothing. */
  const looksLikeConflict = async (sent: PolicyDocument) => {
    const theirs = await calls.load(state().policyName)
    const ours = [sent, ...unanswered].find(document => sameJson(theirs.document, document))
    if (ours) {
      state().serverHas({ ...theirs, document: ours })
      return settled(theirs.savedAt)
    }
    if (sameJson(theirs.document, state().saved.document)) {
      state().serverHas({ ...theirs, document: state().saved.document })
      state().setSave({ state: 'unsaved' })
      return schedule(0)
    }
    mergeIn(theirs)
  }

  /** What somebody else saved comes in by itself; only what both changed waits for a person to decide. */
  const mergeIn = (theirs: ServerDraft) => {
    const { revision, savedAt, savedBy } = theirs
    const clashes = state().mergeIn(theirs)
    if (clashes.length === 0) return settled(savedAt)
    keep()
    state().setSave({ state: 'conflict', message: undefined, conflict: { revision, savedAt, savedBy } })
  }

  const failed = async (error: unknown, sent: PolicyDocument): Promise<void> => {
    const fault = faultOf(error)
    switch (fault.is) {
      case 'conflict':
        return looksLikeConflict(sent).catch(again => failed(again, sent))
      case 'offline':
      case 'signed-out':
        if (fault.is === 'offline') unanswered = [sent, ...unanswered].slice(0, REMEMBERED)
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
    keeper ??= setTimeout(keep, keepAfter)
    if (now.save.state !== 'offline' && now.save.state !== 'conflict') schedule(REST)
  })

  return {
    async flush() {
      await save()
      if (dirty() && state().save.state === 'unsaved') await save()
    },
    decide(side, clash) {
      const { clashes, step } = state()
      step(side === 'mine' ? 'Keep mine' : 'Take theirs', () => {
        for (const each of clash ? [clash] : clashes) state().decide(each, side)
      })
      const { document, saved } = state()
      // All of it theirs: there is nothing to save.
      if (sameJson(document, saved.document)) state().serverHas({ ...saved, document })
      if (state().clashes.length === 0) settled(saved.savedAt)
    },
    async seen(revision) {
      const { saved, save, policyName } = state()
      if (stopped || running || revision <= saved.revision || save.state === 'conflict') return
      const theirs = await calls.load(policyName).catch(() => null)
      // Meanwhile a save may have met them, or been met by them.
      const now = state()
      if (!theirs || stopped || running || now.save.state === 'conflict') return
      if (theirs.revision > now.saved.revision) mergeIn(theirs)
    },
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
