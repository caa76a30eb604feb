'use client'

import { useEffect } from 'react'

let isSaid = false

/** Says in the console, once on a page and in development alone, that the style sheet of the kit was not linked. */
export function useMissingStyles(): void {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'development') return undefined
    // it may come a moment after the scripts
    const timer = setTimeout(lookForStyles, 1000)
    return () => clearTimeout(timer)
  }, [])
}

function lookForStyles(): void {
  const root = document.querySelector('[data-clientele]')
  // a variable that the sheet sets on each root, and nobody else
  if (isSaid || !root || getComputedStyle(root).getPropertyValue('--_control') !== '') return
  isSaid = true
  console.warn(
    'Clientele: the style sheet was not found, so components look as the browser draws them. Import ' +
      "'@clientele/react/styles.css' once, or link that file in the page.",
  )
}
