import type { ComponentProps } from 'react'
import type { Point } from '../document/chart-edits'

/** What a menu hangs from that was asked for at a point and not by a button. `at`: in pixels of the window. */
export function MenuAnchor({ at, style, ...props }: ComponentProps<'button'> & { at: Point }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      {...props}
      style={{
        ...style,
        position: 'fixed',
        left: at.x,
        top: at.y,
        width: 1,
        height: 1,
        padding: 0,
        border: 0,
        opacity: 0,
        pointerEvents: 'none',
      }}
    />
  )
}
