const gap = 4
const margin = 8

/**
 * Puts an open popover below its button, or above where there is more room; never outside of the window. It starts
 * where the button starts in the direction of reading. Positions are set by script: CSS anchors are not everywhere yet.
 */
export function placeBelow(anchor: Element, panel: HTMLElement): void {
  const box = anchor.getBoundingClientRect()
  const below = window.innerHeight - box.bottom
  const isAbove = panel.scrollHeight + gap + margin > below && box.top > below
  const isRtl = getComputedStyle(anchor).direction === 'rtl'
  const start = isRtl ? box.right - panel.offsetWidth : box.left
  const furthest = window.innerWidth - panel.offsetWidth - margin
  panel.style.left = `${Math.max(margin, Math.min(start, furthest))}px`
  panel.style.top = isAbove ? 'auto' : `${box.bottom + gap}px`
  panel.style.bottom = isAbove ? `${window.innerHeight - box.top + gap}px` : 'auto'
  panel.style.maxHeight = `${(isAbove ? box.top : below) - gap - margin}px`
}
