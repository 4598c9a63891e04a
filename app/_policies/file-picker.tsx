import { Button, FileButton } from '@mantine/core'
import { IconFileText, IconUpload } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { type DocumentFile, type FileProblem, readDocument } from './document-file'
import classes from './import.module.css'

interface FilePickerProps {
  file: DocumentFile | null
  onChoose: (chosen: DocumentFile | FileProblem) => void
  /** Nothing was chosen where something has to be. */
  missing: boolean
}

/** Takes a policy's JSON file, dropped or chosen. */
export function FilePicker({ file, onChoose, missing }: FilePickerProps) {
  const [over, setOver] = useState(false)
  const read = async (chosen: File | null | undefined) => {
    if (chosen) onChoose(await readDocument(chosen))
  }
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(inside)
  }
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut for the button inside */}
      <div
        className={classes.drop}
        data-over={over || undefined}
        data-missing={missing || undefined}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={event => {
          drag(false)(event)
          read(event.dataTransfer.files[0])
        }}
      >
        {file ? (
          <span className={classes.chosen}>
            <IconFileText size={16} stroke={1.6} aria-hidden />
            {file.name}
          </span>
        ) : (
          <span>Drop a policy's JSON file here</span>
        )}
        <FileButton
          accept="application/json,.json"
          onChange={read}
          inputProps={{ 'aria-label': 'JSON file' }}
        >
          {props => (
            <Button
              {...props}
              variant="default"
              size="xs"
              leftSection={<IconUpload size={14} stroke={1.6} />}
            >
              {file ? 'Choose another' : 'Choose a file'}
            </Button>
          )}
        </FileButton>
      </div>
      {missing && (
        <p role="alert" className={classes.missing}>
          Choose a file to import.
        </p>
      )}
    </div>
  )
}
