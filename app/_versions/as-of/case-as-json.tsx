import { Button, CopyButton, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Facts } from '@/compiler/runtime/result'
import classes from './as-of.module.css'
import { readCase } from './asked'

interface CaseAsJsonProps {
  facts: Facts
  /** The facts that some tier’s table knows. */
  known: readonly string[]
  onTell: (facts: Facts) => void
}

/** The case as a log of decisions has it: to be pasted from there, and to be copied. */
export function CaseAsJson({ facts, known, onTell }: CaseAsJsonProps) {
  const written = JSON.stringify(facts, null, 2)
  const [text, setText] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const decide = () => {
    const read = readCase(text ?? written)
    if (read.facts === null) return setProblem(read.problem)
    const strange = Object.keys(read.facts).filter(fact => !known.includes(fact))
    setProblem(
      strange.length > 0
        ? `This version does not know ${strange.map(fact => `“${fact}”`).join(', ')}: left out.`
        : null,
    )
    const told = Object.fromEntries(Object.entries(read.facts).filter(([fact]) => known.includes(fact)))
    setText(null)
    onTell(told)
  }
  return (
    <details className={classes.json}>
      <summary>The case as JSON</summary>
      <Textarea
        aria-label="The case as JSON"
        description="Paste the facts of a recorded decision to have it decided again."
        autosize
        minRows={3}
        maxRows={14}
        spellCheck={false}
        value={text ?? written}
        error={problem}
        onChange={event => {
          setText(event.currentTarget.value)
          setProblem(null)
        }}
      />
      <div className={classes.buttons}>
        <Button size="compact-sm" onClick={decide}>
          Decide this case
        </Button>
        <CopyButton value={typeof window === 'undefined' ? '' : window.location.href}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy a link to it'}
            </Button>
          )}
        </CopyButton>
      </div>
    </details>
  )
}
