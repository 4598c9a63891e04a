'use client'

import { useEffect } from 'react'
import classes from './help.module.css'
import { TOPICS } from './topics'

/** The help's parts, as links. */
export function Contents() {
  // The page is drawn once it is known who is there, which is too late for the browser to find the part by itself.
  useEffect(() => {
    const { hash } = window.location
    if (hash) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView()
  }, [])
  return (
    <nav aria-label="On this page">
      <ul className={classes.contents}>
        {Object.entries(TOPICS).map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
