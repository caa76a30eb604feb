/**
 * Hands a signed receipt, with what vouches for it, to the browser as a file that `verifyReceipt` can be given as it is.
 * No page opens, and a strict CSP allows it.
 */
export function saveReceipt(id: string, jws: string, later: readonly string[] = []): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify({ jws, later })], { type: 'application/json' }))
  const link = document.createElement('a')
  Object.assign(link, { href: url, download: `${id}.json` })
  link.click()
  // the download has begun by then; it keeps what it reads
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
