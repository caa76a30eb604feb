import { takeLink } from '@clientele/react/access'
import { useEffect, useState } from 'react'

/** The token of the link that was followed here; of a second one too, followed on the same page. */
export function useLink(): string {
  const [link, setLink] = useState(takeLink)
  useEffect(() => {
    const onFollowed = () => setLink(takeLink())
    window.addEventListener('hashchange', onFollowed)
    return () => window.removeEventListener('hashchange', onFollowed)
  }, [])
  return link
}
