/** Asks the host's own backend, or tells it something. `undefined` where it did not answer, or refused. */
export async function askHost<T>(path: string, body?: object): Promise<T | undefined> {
  try {
    const response = await fetch(
      path,
      body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
    )
    if (!response.ok) return undefined
    return response.status === 204 ? (null as T) : ((await response.json()) as T)
  } catch {
    return undefined
  }
}
