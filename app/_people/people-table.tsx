import { Badge, VisuallyHidden } from '@mantine/core'
import { Sheet } from '../_shell/body'
import { useMe } from '../_shell/session'
import type { Outputs } from '../_shell/trpc'
import { When } from '../_shell/when'
import { MayApprove } from './may-approve'
import classes from './people.module.css'
import { PersonMenu } from './person-menu'
import { RoleSelect } from './role-select'

export type Person = Outputs['people']['list'][number]

/** Everybody who can sign in, a row each. */
export function PeopleTable({ people }: { people: Person[] }) {
  const me = useMe()
  return (
    <Sheet label="People">
      <table>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Role</th>
            <th scope="col">May approve</th>
            <th scope="col">Added</th>
            <th scope="col">
              <VisuallyHidden>Actions</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map(person => (
            <tr key={person.id} className={classes.row}>
              <td className={classes.person}>
                <div className={classes.name}>
                  {person.name}
                  {person.id === me.id && (
                    <Badge variant="light" size="sm" tt="none" fw={550}>
                      you
                    </Badge>
                  )}
                </div>
                <div className={classes.email}>{person.email}</div>
              </td>
              <td>
                <RoleSelect person={person} />
              </td>
              <td>
                <MayApprove person={person} />
              </td>
              <td className={classes.added}>
                <When at={person.createdAt} />
              </td>
              <td className={classes.action}>
                <PersonMenu person={person} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
