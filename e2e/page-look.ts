import type { Page } from '@playwright/test'

/** How each element looks: its box, and each property that the browser has computed for it and its pseudo-elements. */
export type PageLook = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Takes down every element that matches, named by its place on the page. `without` takes none of what is inside it. */
export async function lookOf(page: Page, selector: string, without = 'none-such'): Promise<PageLook> {
  // as one text: the browser hands over a million small values far slower
  const looks = await page.evaluate(
    ({ selector, without }) => {
      const elements = [...document.querySelectorAll(selector)].filter(
        (element) => element.parentElement?.closest(without) == null,
      )
      return JSON.stringify(
        Object.fromEntries(elements.flatMap((element, at) => looksOf(element, `${at} ${nameOf(element)}`))),
      )

      function looksOf(element: Element, name: string): [string, Record<string, string>][] {
        const { x, y, width, height } = element.getBoundingClientRect()
        const box = { x: x + scrollX, y: y + scrollY, width, height }
        const rounded = Object.entries(box).map(([key, value]) => [`box ${key}`, value.toFixed(2)])
        const pseudos = ['::before', '::after'].filter((pseudo) => getComputedStyle(element, pseudo).content !== 'none')
        if ('placeholder' in element && element.placeholder !== '') pseudos.push('::placeholder')
        return [
          [name, { ...propertiesOf(element), ...(Object.fromEntries(rounded) as Record<string, string>) }],
          ...pseudos.map((pseudo): [string, Record<string, string>] => [name + pseudo, propertiesOf(element, pseudo)]),
        ]
      }

      // nobody draws variables, and a border of no width
      function propertiesOf(element: Element, pseudo?: string): Record<string, string> {
        const style = getComputedStyle(element, pseudo)
        const properties = [...style].filter((property) => !property.startsWith('--') && !isStyleOfNoBorder(property))
        return Object.fromEntries(properties.map((property) => [property, style.getPropertyValue(property)]))

        function isStyleOfNoBorder(property: string): boolean {
          const [, side] = /^border-([\w-]+)-style$/.exec(property) ?? []
          return side !== undefined && style.getPropertyValue(`border-${side}-width`) === '0px'
        }
      }

      function nameOf(element: Element): string {
        const part = element.getAttribute('data-part') ?? element.getAttribute('data-clientele')
        const text = element.childElementCount > 0 ? '' : (element.textContent?.trim().slice(0, 20) ?? '')
        // React counts its ids in the order in which parts of the page were ready
        return [element.localName, part, element.id.replace(/_r_\w+?_/, '') || text].join(' ')
      }
    },
    { selector, without },
  )
  return JSON.parse(looks) as PageLook
}

/** What differs between two looks: `color: red → blue: 3 elements: 12 button save, …`. */
export function differences(one: PageLook, other: PageLook): string[] {
  const found = new Map<string, string[]>()
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    for (const difference of differencesOf(one[name], other[name])) {
      found.set(difference, [...(found.get(difference) ?? []), name])
    }
  }
  return [...found].map(([what, names]) => `${what}: ${names.length} elements: ${names.slice(0, 3).join(', ')}`)
}

function differencesOf(one: PageLook[string] | undefined, other: PageLook[string] | undefined): string[] {
  if (!one || !other) return [one ? 'is gone' : 'is new']
  return Object.keys({ ...one, ...other })
    .filter((property) => one[property] !== other[property])
    .map((property) => `${property}: ${one[property]} → ${other[property]}`)
}
