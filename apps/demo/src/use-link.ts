import { useEffect, useState } from 'react'

/** The token behind the `#`, taken out of the address bar: nobody should read it over a shoulder, or find it in a history. */
export function useLink(): string | undefined {
  const [link, setLink] = useState(takeLink)
  useEffect(() => {
    const onHash = () => setLink((before) => takeLink() ?? before)
    window.addEventListener('hashchange', onHash)
    return () => window.removeEventListener('hashchange', onHash)
  }, [])
  return link
}

function takeLink(): string | undefined {
  const { hash, pathname, search } = window.location
  if (!hash.startsWith('#cl_')) return undefined
  window.history.replaceState(null, '', pathname + search)
  return hash.slice(1)
}
