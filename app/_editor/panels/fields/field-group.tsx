import type { CSSProperties, ReactNode } from 'react'
import classes from './field-group.module.css'

interface FieldGroupProps {
  label: string
  className?: string
  style?: CSSProperties
  children: ReactNode
}

/** Inputs that belong together, named for those who do not see them stand together. */
export const FieldGroup = ({ label, className = '', style, children }: FieldGroupProps) => (
  <fieldset aria-label={label} className={`${classes.group} ${className}`} style={style}>
    {children}
  </fieldset>
)
