import { Kbd } from '@mantine/core'
import type { ReactNode } from 'react'
import type { NodeKind, NodeOf } from '@/compiler/language/kinds'
import type { PolicyDocument } from '@/compiler/language/policy'
import type { EditorState } from '../document/store'

/** The part of the page that a step of the tour is about. */
export type Part = 'palette' | 'chart' | 'panel' | 'findings'

export interface TourStep {
  title: string
  words: ReactNode
  part: Part
  /** Whether it has been done, by the tour's words or in another way. */
  done(state: EditorState): boolean
}

const first = <K extends NodeKind>({ chart }: PolicyDocument, kind: K) =>
  chart.nodes.find(node => node.kind === kind) as NodeOf<K> | undefined

const question = ({ document }: EditorState) => first(document, 'question')
const action = ({ document }: EditorState) => first(document, 'action')
const answers = (state: EditorState) =>
  state.document.chart.edges.filter(edge => edge.from === question(state)?.id)

const key = (name: string) => <Kbd size="xs">{name}</Kbd>

/** From an empty chart to a rule that is whole: “before three an upgrade, after three somebody who may decide”. */
export const TOUR: readonly TourStep[] = [
  {
    title: 'Ask the first question',
    words: <>Press {key('Q')}, or drag Question from below onto the chart. Here the chart parts.</>,
    part: 'palette',
    done: state => question(state) !== undefined,
  },
  {
    title: 'Give it a title',
    words: <>Press {key('Enter')}. At the right, type what is asked: “Before three?”.</>,
    part: 'panel',
    done: state => Boolean(question(state)?.title?.trim()),
  },
  {
    title: 'Pick the fact that decides',
    words: (
      <>
        Under the title, choose <b>New fact…</b>: “Time of the call”, a time, from the clock. A fact is made
        once; every question can use it.
      </>
    ),
    part: 'panel',
    done: state => question(state)?.facts.some(fact => fact !== '') ?? false,
  },
  {
    title: 'Draw the first answer',
    words: (
      <>
        Press {key('Esc')} to go back to the question, then {key('A')}: an action behind it.
      </>
    ),
    part: 'chart',
    done: state => answers(state).length > 0,
  },
  {
    title: 'Say when it holds',
    words: <>Click the answer’s words on the question’s card, and make it hold before 15:00.</>,
    part: 'panel',
    done: state =>
      answers(state).some(({ when }) => when && Object.values(when).some(test => test.trim() !== '-')),
  },
  {
    title: 'Lead on what is left over',
    words: (
      <>
        The card names the cases that have no answer yet. Select the question and press {key('E')}: they are
        handed to somebody who may decide.
      </>
    ),
    part: 'chart',
    done: state => answers(state).length > 1,
  },
  {
    title: 'Grant something',
    words: (
      <>
        Select the action, and choose <b>New action…</b> at the right: “Upgrade to next-day shipping”, granted
        to the front line.
      </>
    ),
    part: 'panel',
    done: state => Boolean(action(state)?.action),
  },
  {
    title: 'Give the agent words',
    words: <>What does the customer hear? Type it: “It will arrive tomorrow, at no extra charge.”</>,
    part: 'panel',
    done: state => Boolean(action(state)?.say?.trim()),
  },
  {
    title: 'End the case',
    words: (
      <>
        Press {key('Esc')} to go back to the action, then {key('C')}. Every path ends with a close or an
        escalation.
      </>
    ),
    part: 'chart',
    done: state => first(state.document, 'close') !== undefined,
  },
  {
    title: 'Mend what is still open',
    words: <>Every case is checked as you draw. Below stands what is left; a click leads to its place.</>,
    part: 'findings',
    done: state =>
      state.checkedDocument === state.document &&
      !state.findings.some(({ severity }) => severity === 'error'),
  },
]
