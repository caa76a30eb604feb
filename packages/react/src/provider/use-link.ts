'use client'

import { useEffect, useState } from 'react'
import { takeLink } from './take-link.ts'

/**
 * `takeLink` for a page that stays open: a newer link that is followed or pasted in the same tab changes the address
 * without loading the page. Give what is behind the link a `key`, so that it begins anew.
 *
 * @example
 * const link = useLink()
 * const client = useMemo(() => createClient({ baseUrl, link }), [link])
 *
 * <ClienteleProvider client={client}>
 *   <ManagedAccess key={link} />
 * </ClienteleProvider>
 */
export function useLink(): string {
  const [link, setLink] = useState(takeLink)
  useEffect(() => {
    const onChange = () => setLink(takeLink())
    window.addEventListener('hashchange', onChange)
    return () => window.removeEventListener('hashchange', onChange)
  }, [])
  return link
}
