/** Hands a signed receipt to the browser as a file: no page opens, and a strict CSP allows it. */
export function saveReceipt(id: string, jws: string): void {
  const url = URL.createObjectURL(new Blob([jws], { type: 'application/jose' }))
  const link = document.createElement('a')
  Object.assign(link, { href: url, download: `${id}.jws` })
  link.click()
  // the download has begun by then; it keeps what it reads
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
