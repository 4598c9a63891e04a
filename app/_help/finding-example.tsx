import type { Example } from '@/compiler/2-checks/example'
import { check } from '@/compiler/compile'
import { caseWords } from '../_editor/panels/words/case-words'
import { chartLines } from './chart-lines'
import classes from './help.module.css'

/** A small chart in words, and what the checks really say of it. */
export function FindingExample({ example }: { example: Example }) {
  if ('words' in example)
    return (
      <p>
        <b>{example.title}.</b> {example.words}
      </p>
    )
  const { document } = example
  const { policy, findings } = check(document)
  return (
    <figure className={classes.example}>
      <figcaption>{example.title}</figcaption>
      <table className={classes.lines}>
        <tbody>
          {chartLines(document).map(({ from, answer, to, id }) => (
            <tr key={id}>
              <td>{from}</td>
              <td>{answer}</td>
              <td>{to}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {findings.map(({ message, witness, facts, fix }) => {
        const cases = witness && policy ? caseWords(witness, policy.handbook, { first: facts }) : []
        return (
          <p key={message}>
            {message}
            {cases.length > 0 && <span className={classes.group}> For example: {cases.join(', ')}.</span>}
            {fix && <span className={classes.fix}>The fix that is offered: {fix.title}.</span>}
          </p>
        )
      })}
    </figure>
  )
}
