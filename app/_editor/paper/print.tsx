'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import './print.css'

/** What goes to the printer instead of the page. */
export interface Sheet {
  content: ReactNode
  /** What a PDF of it is called. */
  name: string
  /** One page of this size in CSS pixels; left out, pages of the printer's paper, broadside. */
  size?: { width: number; height: number }
}

let laidOut: { root: Root; host: HTMLElement; style: CSSStyleSheet; title: string } | null = null

const pageRule = (size: Sheet['size']) =>
  size
    ? `@page { size: ${size.width}px ${size.height + 1}px; margin: 0 }`
    : '@page { size: landscape; margin: 13mm 12mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #555 } }'

function layOut({ content, name, size }: Sheet) {
  takeAway()
  const host = document.createElement('div')
  host.className = 'remit-sheet'
  document.body.append(host)
  const root = createRoot(host)
  flushSync(() => root.render(content))
  const style = new CSSStyleSheet()
  style.replaceSync(pageRule(size))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style]
  document.documentElement.dataset.sheet = 'laid-out'
  laidOut = { root, host, style, title: document.title }
  document.title = name
}

function takeAway() {
  if (!laidOut) return
  const { root, host, style, title } = laidOut
  laidOut = null
  root.unmount()
  host.remove()
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== style)
  delete document.documentElement.dataset.sheet
  document.title = title
}

/**
 * Prints a sheet, by the browser's own dialog: to paper, or as a PDF. No library makes the PDF, because browsers make a
 * better one: text is text in whatever script, in fonts that it carries, and lines are lines.
 */
export function print(sheet: Sheet): void {
  layOut(sheet)
  window.addEventListener('afterprint', takeAway, { once: true })
  window.print()
}

/** What is printed where somebody asks the browser itself to print this page. */
export function usePrinted(make: () => Sheet | null): void {
  const latest = useRef(make)
  useEffect(() => {
    latest.current = make
  })
  useEffect(() => {
    const before = () => {
      const sheet = laidOut ? null : latest.current()
      if (sheet) layOut(sheet)
    }
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', takeAway)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', takeAway)
    }
  }, [])
}
