'use client'

import { Button, Select, Tooltip, UnstyledButton } from '@mantine/core'
import { IconArrowBackUp, IconBolt, IconHeadset, IconPhonePlus } from '@tabler/icons-react'
import { useEffect, useMemo, useRef } from 'react'
import { AskCard } from '@/app/_desk/ask-card'
import { DecisionCard } from '@/app/_desk/decision-card'
import { boundWords } from '@/app/_desk/desk'
import { KnownFacts } from '@/app/_desk/known-facts'
import type { Facts } from '@/compiler/runtime/result'
import type { JsonValue } from '@/compiler/runtime/values'
import { usePathLight } from '../canvas/path-light'
import { followable } from '../document/followable'
import { type Call, type Move, NO_CALL } from '../document/showing'
import { useEditor, useEditorStore } from '../document/store'
import { type Book, decideFor, type Standing, standingOf, stepBack, withMove } from './try/call'
import { choicesOf } from './try/choices'
import { deskOf } from './try/desk-of'
import { KeepCall } from './try/keep-call'
import { Problem } from './try/problem'
import classes from './try/try.module.css'
import { tryLight } from './try/try-light'
import { Way } from './try/way'
import { useWhyNot, WhyNot } from './try/why-not'
import { tierTitle } from './words/titles'

interface TryProps {
  title?: string
  /** Whether the way is told from the start, where it is what one came for. */
  told?: boolean
}

/** A call, played as the agent of a tier: what is known, what comes next, and what else could have come. */
export function Try({ title = 'Try a call', told }: TryProps) {
  const policy = useEditor(followable)
  const unread = useEditor(state => state.policy === null)
  const artifacts = useEditor(state => state.artifacts)
  const call = useEditor(state => state.call)
  const book = useMemo(() => policy && { policy, artifacts }, [policy, artifacts])
  const standing = useMemo(() => book && standingOf(call, book), [call, book])
  return (
    <div className={classes.root}>
      <h2 className={classes.heading}>
        <IconHeadset size={18} stroke={1.6} aria-hidden />
        {title}
      </h2>
      {book && standing ? (
        <Playing book={book} call={call} standing={standing} told={told} />
      ) : (
        <Problem is={unread ? 'unread' : 'broken'} />
      )}
    </div>
  )
}

interface PlayingProps {
  book: Book
  call: Call
  standing: Standing
  told?: boolean
}

function Playing({ book, call, standing, told }: PlayingProps) {
  const { policy } = book
  const { tier, facts, result, path } = standing
  const store = useEditorStore()
  const readOnly = useEditor(state => state.readOnly)
  const desk = useMemo(() => deskOf(book, tier), [book, tier])
  const target = useEditor(state => state.wish)
  const settled = result.kind !== 'ask'
  const answer = useWhyNot(policy, standing, target)
  usePathLight(useMemo(() => tryLight(result, path, answer), [result, path, answer]))

  // What was answered is gone, and the keyboard goes on where the call does.
  const next = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each move may take away what had the focus
  useEffect(() => {
    if (document.activeElement !== document.body) return
    const first = next.current?.querySelector<HTMLElement>('fieldset button, fieldset input')
    ;(first ?? next.current)?.focus({ preventScroll: true })
  }, [call])

  const set = (next: Call) => store.getState().setCall(next)
  const wish = (node: string | null) => store.getState().setWish(node)
  const move = (next: Move) => set(withMove(call, next))
  const tell = (told: Facts) => move({ told })
  const refuses = (fact: string, value: JsonValue) => {
    const said = decideFor(book, tier, { [fact]: value })
    return said.kind === 'invalid' ? boundWords(desk.facts[fact]!, desk.timeZone) : null
  }
  const volunteered = Object.keys(desk.facts).filter(
    fact => desk.facts[fact]!.volunteered && facts[fact] === undefined,
  )
  const asked = result.kind === 'ask' ? result : null
  const choices = useMemo(() => (asked ? choicesOf(policy, asked.fact, asked.question) : []), [policy, asked])

  return (
    <>
      <div className={classes.who}>
        <Select
          label="You answer as"
          data={policy.handbook.tiers.map(({ id }) => ({ value: id, label: tierTitle(id, policy.handbook) }))}
          value={tier}
          allowDeselect={false}
          onChange={next => {
            if (next === null || next === tier) return
            if (call.moves.length === 0) set({ ...call, tier: next })
            else move({ tier: next })
          }}
        />
        <Button.Group>
          <Tooltip label="Take the last step back">
            <Button
              variant="default"
              aria-label="Step back"
              data-disabled={call.moves.length === 0 || undefined}
              aria-disabled={call.moves.length === 0 || undefined}
              onClick={() => call.moves.length > 0 && set(stepBack(call))}
            >
              <IconArrowBackUp size={16} stroke={1.7} />
            </Button>
          </Tooltip>
          <Tooltip label="Begin a new call">
            <Button
              variant="default"
              aria-label="New call"
              onClick={() => {
                wish(null)
                set({ ...NO_CALL, tier: call.tier })
              }}
            >
              <IconPhonePlus size={16} stroke={1.7} />
            </Button>
          </Tooltip>
        </Button.Group>
      </div>
      {!book.artifacts?.[tier] && <Problem is="untabled" />}

      {volunteered.length > 0 && (
        <section className={classes.part} aria-label="What the customer may bring up">
          <h3 className={classes.label}>At any moment, the customer may bring up</h3>
          <div className={classes.words}>
            {volunteered.map(fact => (
              <Tooltip key={fact} label={desk.facts[fact]!.guidance} disabled={!desk.facts[fact]!.guidance}>
                <UnstyledButton className={classes.word} onClick={() => tell({ [fact]: true })}>
                  <IconBolt size={14} stroke={1.8} aria-hidden />
                  {desk.facts[fact]!.title || fact}
                </UnstyledButton>
              </Tooltip>
            ))}
          </div>
        </section>
      )}

      <section
        ref={next}
        tabIndex={-1}
        className={classes.part}
        aria-label="Next"
        aria-live="polite"
        data-entry
      >
        <h3 className={classes.label}>{asked ? 'What comes next' : 'What comes out'}</h3>
        {result.kind === 'ask' && (
          <AskCard
            ask={result}
            facts={facts}
            desk={desk}
            choices={choices}
            refuses={value => refuses(result.fact, value)}
            onAnswer={value => tell({ [result.fact]: value })}
          />
        )}
        {result.kind === 'decision' && (
          <DecisionCard decision={result} facts={facts} desk={desk} done={standing.done} />
        )}
        {(result.kind === 'gap' || result.kind === 'overlap' || result.kind === 'invalid') && (
          <Problem is={result.kind} result={result} policy={policy} />
        )}
        {result.kind === 'decision' && (
          <div className={classes.buttons}>
            {result.end.kind === 'escalate' && !result.end.here && (
              <GoOn to={result.end.to} title={tierTitle(result.end.to, policy.handbook)} onGo={move} />
            )}
            {!readOnly && <KeepCall policy={policy} standing={standing} />}
          </div>
        )}
      </section>

      {result.kind !== 'invalid' && (
        <WhyNot
          settled={settled}
          policy={policy}
          standing={standing}
          target={target}
          answer={answer}
          onPick={wish}
          onTry={next => {
            wish(null)
            tell(next)
          }}
        />
      )}

      <section className={classes.part} aria-label="Known">
        <h3 className={classes.label}>What is known</h3>
        <KnownFacts
          facts={facts}
          desk={desk}
          choices={fact => choicesOf(policy, fact)}
          refuses={refuses}
          onChange={(fact, value) => tell({ [fact]: value })}
        />
      </section>
      <Way policy={policy} standing={standing} open={told} />
    </>
  )
}

/** The call is handed on: one goes on as the one who takes it. */
const GoOn = ({ to, title, onGo }: { to: string; title: string; onGo: (move: Move) => void }) => (
  <Button size="compact-sm" onClick={() => onGo({ tier: to })}>
    Go on as {title}
  </Button>
)
