import { mountable } from './mountable.ts'

/** What cannot be right, where it was asked for, and what to do. */
export function mountError(name: unknown, what: string, cause?: unknown): Error {
  return new Error(`Clientele: mount(…, '${String(name)}'): ${what}.`, cause === undefined ? {} : { cause })
}

/** The element to mount into. Selectors find it in the document. */
export function findElement(target: unknown, name: unknown): Element {
  if (target instanceof Element) return target
  if (typeof target !== 'string') {
    throw mountError(
      name,
      `the first argument is ${target === null ? 'null' : typeof target}. Give an element or its selector`,
    )
  }
  const element = query(target, name)
  if (element) return element
  throw mountError(
    name,
    `nothing on the page matches '${target}', so there is no place to show it. Run the script below the element or as ` +
      `type="module", and look for a misspelt selector`,
  )
}

function query(selector: string, name: unknown): Element | null {
  try {
    return document.querySelector(selector)
  } catch (cause) {
    throw mountError(name, `'${selector}' is no selector. An id starts with #: '#clients'`, cause)
  }
}

export function checkName(name: unknown): void {
  if (typeof name === 'string' && Object.hasOwn(mountable, name)) return
  throw mountError(name, `there is no such component. There are ${Object.keys(mountable).join(', ')}`)
}

/** A caller has to be known before anything is shown. The client itself checks what is in `baseUrl`. */
export function checkAccess(name: unknown, props: unknown): void {
  const { client, baseUrl, token, link } = (typeof props === 'object' && props !== null ? props : {}) as Record<
    string,
    unknown
  >
  if (client !== undefined && baseUrl === undefined && token === undefined && link === undefined) return
  if (client !== undefined) {
    throw mountError(
      name,
      'it got `client` beside `baseUrl`, `token` or `link`, and cannot tell as whom to call. Give one of them',
    )
  }
  if ((token === undefined || token === null || token === '') && !link) {
    throw mountError(
      name,
      'it has no `token`, so the server cannot tell who is calling. Give a function that gets one from a route of your ' +
        "backend: token: () => fetch('/clientele-session', { method: 'POST' }).then((response) => response.json())",
    )
  }
}
