import { Button, type ButtonProps } from '@mantine/core'
import { type ComponentPropsWithRef, forwardRef } from 'react'
import classes from './tables.module.css'

/** A button of the bar above a table: its icon, and a word where there is room. */
export const BarButton = forwardRef<HTMLButtonElement, ButtonProps & ComponentPropsWithRef<'button'>>(
  function BarButton({ className = '', ...props }, ref) {
    return (
      <Button
        ref={ref}
        variant="subtle"
        size="compact-sm"
        className={`${classes.button} ${className}`}
        {...props}
      />
    )
  },
)
