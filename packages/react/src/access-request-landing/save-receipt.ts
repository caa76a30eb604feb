import type { AcceptedRequest } from '@clientele/contract'

/** Hands the signed receipt to the browser as a file: no page opens, and a strict CSP allows it. */
export function saveReceipt({ grantId, receipt }: AcceptedRequest): void {
  const url = URL.createObjectURL(new Blob([receipt], { type: 'application/jose' }))
  const link = document.createElement('a')
  Object.assign(link, { href: url, download: `${grantId}.jws` })
  link.click()
  // the download has begun by then; it keeps what it reads
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
