import { Tooltip } from '@mantine/core'
import Link from 'next/link'
import { proposalAddress } from '@/app/_proposals/address'
import { useOpenProposal } from '@/app/_proposals/use-open-proposal'
import { waitsFor } from '@/app/_proposals/words'
import { useEditor } from '../document/store'
import classes from './editor.module.css'

/** Beside the button: what was proposed before and is not decided yet. */
export function OpenProposal() {
  const policy = useEditor(state => state.policyName)
  const open = useOpenProposal(policy)
  if (!open) return null
  return (
    <Tooltip label={`Proposal ${open.number}, by ${open.proposedBy}: ${waitsFor(open)}`}>
      <Link className={classes.proposal} href={proposalAddress(policy, open.number)}>
        Proposal {open.number}
      </Link>
    </Tooltip>
  )
}
