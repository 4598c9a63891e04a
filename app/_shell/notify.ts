import { notifications } from '@mantine/notifications'
import { errorSentence } from './trpc'

/** Says that something was done. */
export const notifyDone = (message: string) => notifications.show({ message, color: 'ok' })

/** Says that something was not done, and why. Stays until it is closed. */
export const notifyTrouble = (title: string, error: unknown) =>
  notifications.show({ title, message: errorSentence(error), color: 'err', autoClose: false })
