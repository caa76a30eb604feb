import { ManagedAccess, useLink } from '@clientele/react/access'
import { useMemo } from 'react'
import { Kit } from './kit.tsx'
import type { Look } from './look.ts'
import { OpenPage } from './open-page.tsx'
import { clienteleFor } from './session.ts'

/** Where the link in a confirmation leads to: to see, pause and end the access without an account. */
export function ManagePage({ look }: { look: Look }) {
  const link = useLink()
  const client = useMemo(() => clienteleFor({ link }), [link])
  return (
    <OpenPage look={look} title={look.words.manage}>
      <h1 className="visually-hidden">{look.words.manage}</h1>
      <div className="card">
        <Kit look={look} client={client}>
          <ManagedAccess key={link} />
        </Kit>
      </div>
    </OpenPage>
  )
}
