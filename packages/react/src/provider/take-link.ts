/**
 * Takes the token of a mailed link out of the address of the page, for `createClient({ link })`: it should be read by
 * nobody over a shoulder, and lie in no history. It is kept for this page in this tab, so that loading it again, or
 * signing in on the way, does not lose it. Call it where the page begins, and again when a newer link is followed in the
 * same tab: `useLink` does so, and `mount` takes it by `update({ link: takeLink() })` on `hashchange`.
 *
 * Where there is no link, what it gives opens nothing: the page says that the link is not valid.
 *
 * @example
 * const client = createClient({ baseUrl, link: takeLink() })
 *
 * <ClienteleProvider client={client}>
 *   <AccessRequestLanding />
 * </ClienteleProvider>
 */
export function takeLink(): string {
  if (typeof window === 'undefined') return noLink
  const { hash, pathname, search } = window.location
  const place = `clientele-link ${pathname}`
  const found = /^#(cl_[\w-]+)$/.exec(hash)?.[1]
  if (found === undefined) return kept(place) ?? noLink
  keep(place, found)
  // what else the host keeps with this entry of the history stays
  window.history.replaceState(window.history.state, '', pathname + search)
  return found
}

/** A word that a header can carry and no link is. */
const noLink = 'none'

function kept(place: string): string | null {
  try {
    return window.sessionStorage.getItem(place)
  } catch {
    return null // storage is off
  }
}

function keep(place: string, link: string): void {
  try {
    window.sessionStorage.setItem(place, link)
  } catch {
    // storage is off: a page that is loaded again asks for the mail again
  }
}
