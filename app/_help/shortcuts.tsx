import { Kbd } from '@mantine/core'
import { ShortcutGroups } from '../_editor/commands/shortcut-groups'
import classes from './help.module.css'
import { Topic } from './topic'
import { TOPICS } from './topics'

/** What the keyboard does in the editor. */
export function Shortcuts() {
  return (
    <Topic id="keyboard" title={TOPICS.keyboard}>
      <p>
        The keyboard does everything that the mouse does. <Kbd size="xs">Tab</Kbd> goes through the chart as
        one reads it, each step and then the lines that lead out of it; <Kbd size="xs">Enter</Kbd> opens what
        is reached in the inspector, and <Kbd size="xs">Esc</Kbd> leads back. A right click, or the menu key,
        lists what can be done with a step, a line, or the chart.
      </p>
      <div className={classes.panel}>
        <ShortcutGroups />
      </div>
    </Topic>
  )
}
