import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import classes from './shown-once.module.css'

/** A text to take away: in full, to be selected by a click, with a button that copies it. */
export function ToCopy({ label, text }: { label: string; text: string }) {
  return (
    <div className={classes.field}>
      <div className={classes.label}>{label}</div>
      <div className={classes.line}>
        <code className={classes.text}>{text}</code>
        <CopyButton value={text} timeout={2500}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="xs"
              onClick={copy}
              aria-label={copied ? `${label}: copied` : `Copy: ${label}`}
              leftSection={
                copied ? <IconCheck size={14} stroke={1.8} /> : <IconCopy size={14} stroke={1.6} />
              }
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </div>
    </div>
  )
}
