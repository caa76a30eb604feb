import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { askHost } from './ask-host.ts'
import { Link } from './link.tsx'
import type { Look } from './look.ts'
import { MailView } from './mail-view.tsx'
import { OpenPage } from './open-page.tsx'

interface ListedMail {
  id: string
  to: { email: string; name: string | null }
  subject: string
  at: string
}

/** Every mail that the server would have sent, the newest first: all of them, or those of one mailbox. */
export function MailboxPage({ look, mailId }: { look: Look; mailId: string | undefined }) {
  const { words, language } = look
  const [mailbox, setMailbox] = useState('')
  const { data } = useQuery({
    queryKey: ['host', 'mails'],
    queryFn: async () => (await askHost<ListedMail[]>('/host/mails')) ?? null,
    refetchInterval: 2000,
  })
  const mails = data ?? []
  const mailboxes = [...new Set(mails.map(({ to }) => to.email))].toSorted()
  const shown = mailbox === '' ? mails : mails.filter(({ to }) => to.email === mailbox)
  const at = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <OpenPage look={look} title={words.mailbox} wide>
      <h1>{words.mailbox}</h1>
      <p className="lead">{words.mailboxLead}</p>
      <div className="mailbox" data-reading={mailId === undefined ? undefined : ''}>
        <div className="mail-list card">
          <label className="mail-filter">
            {words.mailboxOf}
            <select value={mailbox} onChange={(event) => setMailbox(event.target.value)}>
              <option value="">{words.allMailboxes}</option>
              {mailboxes.map((address) => (
                <option key={address}>{address}</option>
              ))}
            </select>
          </label>
          {data === null ? <p role="alert">{words.mailboxFailed}</p> : null}
          {data && shown.length === 0 ? <p className="muted">{words.noMails}</p> : null}
          <ul aria-label={words.mails}>
            {shown.map(({ id, to, subject, at: sentAt }) => (
              <li key={id}>
                <Link href={`/mailbox/${id}`} aria-current={id === mailId ? 'true' : undefined}>
                  <span className="mail-subject">{subject}</span>
                  <span className="mail-to">{to.email}</span>
                  <time dateTime={sentAt}>{at.format(new Date(sentAt))}</time>
                </Link>
              </li>
            ))}
          </ul>
        </div>
        {mailId === undefined ? null : <MailView key={mailId} look={look} mailId={mailId} />}
      </div>
    </OpenPage>
  )
}
