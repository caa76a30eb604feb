import { waitFor } from 'storybook/test'

/**
 * The element of a selector, once it is there. Stories find their way by names of fields and by `data-part`, so that
 * they play in every language.
 */
export function find<E extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): Promise<E> {
  return waitFor(() => {
    const element = root.querySelector<E>(selector)
    if (!element) throw new Error(`Nothing matches ${selector} yet.`)
    return element
  })
}

/** Presses Tab until the element has the focus: it has to be reachable by keyboard alone. */
export async function tabTo(user: { tab: () => Promise<void> }, element: Element): Promise<void> {
  for (let press = 0; press < 20 && document.activeElement !== element; press += 1) await user.tab()
  if (document.activeElement !== element) throw new Error(`${element.outerHTML} could not be reached by Tab.`)
}
