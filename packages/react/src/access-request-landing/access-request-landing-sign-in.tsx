'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { useClientele } from '../provider/clientele-context.ts'
import { rowQuery } from '../query/row-query.ts'
import type { LandingPartProps } from './access-request-landing-request.tsx'

interface Props extends LandingPartProps {
  onSignIn: (() => void) | undefined
  onSignUp: (() => void) | undefined
}

/** Who has to sign in before answering, or as somebody else (R30, R31). */
export function AccessRequestLandingSignIn({ t, landing, request, onSignIn, onSignUp }: Props) {
  const { client, queryClient } = useClientele()
  const isWrong = landing.state === 'wrong_person'
  const row = rowQuery(client, 'me', 'get')
  const { data: me } = useQuery({ ...row, ...(isWrong ? {} : { queryFn: skipToken }) }, queryClient)
  const name = me?.caller.name
  const wrong = name
    ? t('wrongTextNamed', { name, client: request.client.name })
    : t('wrongText', { client: request.client.name })
  return (
    <Notice
      role="status"
      tone="warning"
      title={t(isWrong ? 'wrongTitle' : 'signInTitle')}
      actions={
        onSignIn || onSignUp ? (
          <>
            {onSignIn ? (
              <Button look="primary" onClick={onSignIn}>
                {t(isWrong ? 'signInOther' : 'signIn')}
              </Button>
            ) : null}
            {onSignUp ? <Button onClick={onSignUp}>{t('signUp')}</Button> : null}
          </>
        ) : undefined
      }
    >
      <p data-part="text">{isWrong ? wrong : t('signInText')}</p>
      {onSignUp ? <p data-part="text">{t('signUpText')}</p> : null}
      {onSignIn ? null : <p data-part="text">{t('signInElsewhere')}</p>}
    </Notice>
  )
}
