import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import type { ShownMail } from '../host/mailbox-routes.ts'
import { askHost } from './ask-host.ts'
import { Icon } from './icons.tsx'
import { Link } from './link.tsx'
import type { Look } from './look.ts'

/** One mail, as its reader would have it: written out with its looks, or as plain text. */
export function MailView({ look, mailId }: { look: Look; mailId: string }) {
  const { words, language } = look
  const [isText, setText] = useState(false)
  const { data: mail } = useQuery({
    queryKey: ['host', 'mail', mailId],
    queryFn: async () => (await askHost<ShownMail>(`/host/mails/${mailId}`)) ?? null,
    staleTime: Infinity,
  })
  if (!mail) return <div className="mail card">{mail === null ? <p role="alert">{words.noSuchMail}</p> : null}</div>
  const at = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(mail.at))
  return (
    <article className="mail card">
      <Link className="back" href="/mailbox">
        <Icon name="back" /> {words.allMails}
      </Link>
      <h2 lang={mail.languageCode}>{mail.subject}</h2>
      <dl>
        <dt>{words.mailTo}</dt>
        <dd>{mail.to.name === null ? mail.to.email : `${mail.to.name} <${mail.to.email}>`}</dd>
        {mail.replyTo === null ? null : (
          <>
            <dt>{words.mailReplyTo}</dt>
            <dd>{mail.replyTo}</dd>
          </>
        )}
        <dt>{words.mailAt}</dt>
        <dd>{at}</dd>
      </dl>
      <div className="segments" role="group" aria-label={words.mailShown}>
        <button type="button" aria-pressed={!isText} onClick={() => setText(false)}>
          {words.mailAsPage}
        </button>
        <button type="button" aria-pressed={isText} onClick={() => setText(true)}>
          {words.mailAsText}
        </button>
      </div>
      {isText ? (
        <pre lang={mail.languageCode}>{linked(mail.text)}</pre>
      ) : (
        <iframe
          title={mail.subject}
          src={`/host/mails/${mailId}/page`}
          sandbox="allow-top-navigation-by-user-activation allow-popups"
        />
      )}
      {mail.attachments.map((name, index) => (
        <a key={name} className="button attachment" href={`/host/mails/${mailId}/attachments/${index}`} download={name}>
          <Icon name="file" /> {name}
        </a>
      ))}
    </article>
  )
}

/** Plain text whose addresses can be followed, as mail programs show it. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) => (
    // text that never changes: places are as good as names
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>{index % 2 === 1 ? <a href={part}>{part}</a> : part}</Fragment>
  ))
}
