import Link from 'next/link'
import { useEditor } from '../../../document/store'
import { referenceOf } from '../../../document/taken-in'
import classes from '../handbook.module.css'

/** Above the fields of an entry that cannot be changed here. */
export function SharedLead() {
  const name = useEditor(state => referenceOf(state.document)?.name)
  return (
    <p className={classes.lead}>
      It comes from the shared handbook, and is changed{' '}
      {name === undefined ? 'there' : <Link href={`/policies/${name}/edit`}>there</Link>}.
    </p>
  )
}
