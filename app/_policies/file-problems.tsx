import { Alert } from '@mantine/core'
import type { FileProblem } from './document-file'
import classes from './import.module.css'

const SHOWN = 50

/** What is wrong with a file, each with its line; nothing was created. */
export function FileProblems({ problems }: { problems: FileProblem[] }) {
  if (problems.length === 0) return null
  const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`
  return (
    <Alert color="err" role="alert" title={`${count} in this file; nothing was created`}>
      <ol className={classes.problems}>
        {problems.slice(0, SHOWN).map(problem => (
          <li key={`${problem.line}:${problem.column} ${problem.message}`}>
            {problem.message}
            {problem.line && (
              <span className={classes.place}>
                Line {problem.line}, column {problem.column}
              </span>
            )}
          </li>
        ))}
      </ol>
      {problems.length > SHOWN && <p className={classes.more}>… and {problems.length - SHOWN} more.</p>}
    </Alert>
  )
}
