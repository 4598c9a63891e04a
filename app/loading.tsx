import { Waiting } from './_shell/waiting'

export default function Loading() {
  return <Waiting page>Opening the page</Waiting>
}
