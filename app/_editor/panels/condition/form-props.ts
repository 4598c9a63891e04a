import type { FactType } from '@/compiler/runtime/values'
import type { ConditionForm } from './form'

/** What a condition is about: a fact, or a parameter of an action. */
export interface Tested {
  type: FactType
  title?: string
  allowedValues?: string
  mayBeUnknown?: boolean
}

export interface FormProps {
  /** What is tested, for the labels of the inputs. */
  label: string
  fact: Tested
  form: ConditionForm
  /** In a dialog: the first input is where the keyboard begins. */
  autoFocus?: boolean
  onChange: (form: ConditionForm) => void
}
