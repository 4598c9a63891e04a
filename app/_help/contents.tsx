import classes from './help.module.css'
import { TOPICS } from './topics'

/** The help's parts, as links. */
export function Contents() {
  return (
    <nav aria-label="On this page">
      <ul className={classes.contents}>
        {Object.entries(TOPICS).map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
