// What every story keeps, whatever it shows: looked at when its play function is through.

/** The end of a story: throws where it breaks what the kit promises of every page. */
export function lookAtPromises(canvasElement: HTMLElement): void {
  const faults = [...tooWide(), ...cutOff(canvasElement), ...moving(), ...withoutEdge(canvasElement)]
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

/** WCAG 1.4.10: nobody has to scroll sideways. */
function tooWide(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  return scrollWidth > clientWidth + 1 ? [`The page is ${scrollWidth - clientWidth} px wider than its window.`] : []
}

/** Tables clip what does not fit: nothing of a cell may stand beyond its edge. */
function cutOff(canvasElement: HTMLElement): string[] {
  const inCells = canvasElement.querySelectorAll('[data-part=cell] :is([data-part=badge], [data-part=button])')
  return [...inCells]
    .filter((element) => {
      const cell = element.closest('[data-part=cell]')?.getBoundingClientRect()
      const { left, right, width } = element.getBoundingClientRect()
      return cell && width > 0 && (left < cell.left - 1 || right > cell.right + 1)
    })
    .map((element) => `It is cut off by the edge of its cell: ${element.textContent}`)
}

/** Whoever asked for less motion sees none. */
function moving(): string[] {
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) return []
  const running = document.getAnimations().filter((animation) => animation.playState === 'running')
  return running.map(({ effect }) => {
    const target = effect instanceof KeyframeEffect ? effect.target : null
    return `It moves although less motion is asked for: ${target?.outerHTML.slice(0, 120)}`
  })
}

/** Where the system chooses the colours, backgrounds are gone: what tells a control from text has to be a line. */
function withoutEdge(canvasElement: HTMLElement): string[] {
  if (!matchMedia('(forced-colors: active)').matches) return []
  const controls = canvasElement.querySelectorAll(
    '[data-part=control], [data-part=button]:not([data-look=link], [data-look=quiet])',
  )
  return [...controls]
    .filter((control) => {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(control)
      return borderTopStyle === 'none' || Number.parseFloat(borderTopWidth) === 0
    })
    .map((control) => `It has no edge in forced colours: ${control.outerHTML.slice(0, 120)}`)
}
