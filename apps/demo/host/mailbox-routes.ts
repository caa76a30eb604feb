import type { ClienteleServer } from '@clientele/server'
import { Hono } from 'hono'

/** A mail as the mailbox page shows it. The page for its HTML is a document of its own. */
export interface ShownMail {
  id: string
  template: string
  languageCode: string
  to: { email: string; name: string | null }
  replyTo: string | null
  subject: string
  at: string
  text: string
  attachments: readonly string[]
}

// what came by mail runs nothing, loads nothing, and knows nothing of the page around it; its links open in that page
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; " +
  'sandbox allow-top-navigation-by-user-activation allow-popups'

/** The mailbox of the demo. Whoever reads it can answer for every client, so no real host has such a thing. */
export function mailboxRoutes({ mailbox }: Pick<ClienteleServer, 'mailbox'>): Hono {
  const app = new Hono()

  app.get('/', async (c) => {
    const mails = await mailbox.list()
    return c.json(mails.map(({ id, to, subject, createdAt }) => ({ id, to, subject, at: createdAt.toISOString() })))
  })

  app.get('/:id', async (c) => {
    const mail = await mailbox.get(c.req.param('id'))
    if (!mail?.body) return c.json({ error: 'not_found' }, 404)
    const { id, template, languageCode, to, replyTo, subject, createdAt, body } = mail
    const attachments = body.attachments.map(({ filename }) => filename)
    const shown: ShownMail = {
      id,
      template,
      languageCode,
      to,
      replyTo,
      subject,
      at: createdAt.toISOString(),
      text: body.text,
      attachments,
    }
    return c.json(shown)
  })

  app.get('/:id/page', async (c) => {
    const mail = await mailbox.get(c.req.param('id'))
    if (!mail?.body) return c.notFound()
    c.header('content-security-policy', policy)
    return c.html(mail.body.html.replace('<head>', '<head><base target="_top">'))
  })

  app.get('/:id/attachments/:index', async (c) => {
    const mail = await mailbox.get(c.req.param('id'))
    const attachment = mail?.body?.attachments[Number(c.req.param('index'))]
    if (!attachment) return c.notFound()
    c.header('content-type', 'application/octet-stream')
    c.header('content-disposition', `attachment; filename="${attachment.filename.replaceAll(/[^\w.-]/g, '_')}"`)
    return c.body(attachment.content)
  })

  return app
}
