/** Hands a signed receipt to the browser as a file, as it would any download: no page opens, and a strict CSP allows it. */
export function saveReceipt(jws: string): void {
  const url = URL.createObjectURL(new Blob([jws], { type: 'application/jose' }))
  const link = document.createElement('a')
  Object.assign(link, { href: url, download: `${receiptId(jws) ?? 'receipt'}.jws` })
  link.click()
  // the download has begun by then; it keeps what it reads
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** The receipt’s own id, as its payload says (RFC 7515). */
function receiptId(jws: string): string | undefined {
  try {
    const payload = (jws.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const { id } = JSON.parse(atob(payload)) as { id?: unknown }
    return typeof id === 'string' && /^rcp_\w+$/.test(id) ? id : undefined
  } catch {
    return undefined
  }
}
