/**
 * Loads a file that a page can begin without, once. Where it did not come it is asked for again by another address:
 * browsers remember a failed import for as long as the page lives, and what it imports in turn, which this cannot help.
 * Bundlers that load files their own way name no address, and ask again by themselves.
 */
export function laterFile<M extends object>(load: () => Promise<M>): () => Promise<M> {
  let found: M | undefined
  let address: URL | undefined
  let tries = 0
  return async () => {
    try {
      found ??= address === undefined ? await load() : await loadBy<M>(address, ++tries)
      return found
    } catch (error) {
      address ??= addressIn(error)
      throw error
    }
  }
}

/** The same for one thing out of the file. */
export function laterPart<M extends object, K extends keyof M>(load: () => Promise<M>, name: K): () => Promise<M[K]> {
  const file = laterFile(load)
  return async () => (await file())[name]
}

async function loadBy<M>(address: URL, tries: number): Promise<M> {
  const again = new URL(address)
  again.searchParams.set('again', String(tries))
  return import(/* webpackIgnore: true */ /* @vite-ignore */ again.href) as Promise<M>
}

/** Of the file that did not come, as Chromium and Firefox say it. */
function addressIn(error: unknown): URL | undefined {
  const message = error instanceof Error ? error.message : ''
  const [, address] = /dynamically imported module: (https?:\S+)$/.exec(message) ?? []
  return address === undefined ? undefined : new URL(address)
}
