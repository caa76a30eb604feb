import { describe, expect, test } from 'vitest'
import { askedAccess, levelTexts } from '../testing/test-mails.ts'
import type { MailData, TemplateName } from './mail-data.ts'
import { languages } from './templates/template.ts'
import { templates } from './templates/templates.ts'
import { writeMail } from './write-mail.ts'

const { client, reseller, level, timeZone } = askedAccess
const parties = { client, reseller, level, timeZone }
const manageLink = 'https://host.example.com/manage#cl_manage'
const endsAt = new Date('2026-09-01T12:00:00Z')

/** Everything that is written, to whomever it is written. */
const written: { readonly [T in TemplateName]: readonly MailData[T][] } = {
  access_request: [askedAccess, { ...askedAccess, sender: null, duration: null, autoExtend: null }],
  request_reminder: [askedAccess],
  request_canceled: [parties],
  request_declined: [
    { ...parties, reason: 'Not now.\nLater perhaps.' },
    { ...parties, reason: null },
  ],
  request_expired: [{ ...parties, recipientEmail: 'ada@byron.example.com' }],
  renewal_asked: [parties],
  access_confirmed: (['client', 'reseller'] as const).map((audience) => ({
    ...parties,
    audience,
    manageLink: audience === 'client' ? manageLink : null,
    scope: { kind: 'domains', names: ['byron.example.com'] },
    endsAt,
    autoExtend: 'P180D',
    receipt: { id: 'rcp_1', jws: 'a.b.c' },
  })),
  access_failed: [
    { ...parties, audience: 'client', detail: null },
    { ...parties, audience: 'reseller', detail: null },
    { ...parties, audience: 'reseller', detail: 'No such customer.' },
  ],
  access_overdue: (['switch', 'tick', 'grant'] as const).flatMap((target) => [
    { ...parties, target, on: true, expectedBy: endsAt, detail: null, total: 1 },
    { ...parties, target, on: false, expectedBy: endsAt, detail: 'The seat is locked.', total: 12 },
  ]),
  access_ended: (['client', 'reseller'] as const).map((audience) => ({
    ...parties,
    audience,
    endReason: 'client_ended',
  })),
  access_expiring: (['client', 'reseller'] as const).flatMap((audience) =>
    [null, 'P180D'].map((autoExtend) => ({ ...parties, audience, manageLink, endsAt, autoExtend })),
  ),
  access_extended: [endsAt, null].map((end) => ({ ...parties, audience: 'client' as const, manageLink, endsAt: end })),
  access_paused: [
    { ...parties, audience: 'client', manageLink, others: [] },
    { ...parties, audience: 'client', manageLink, others: [{ name: 'South', manageLink: `${manageLink}_2` }] },
  ],
  access_resumed: [
    { ...parties, audience: 'reseller', manageLink: null, others: [] },
    { ...parties, audience: 'client', manageLink: null, others: [{ name: 'South', manageLink: null }] },
  ],
  switch_changed: [true, false].map((on) => ({ ...parties, audience: 'client' as const, on, effectiveBy: endsAt })),
  access_changed: [
    { ...parties, audience: 'client', manageLink, timeZone: 'UTC', direct: null },
    { ...parties, audience: 'reseller', manageLink: null, timeZone: 'UTC', level: null, direct: [] },
    { ...parties, audience: 'client', manageLink, timeZone: 'UTC', level: null, direct: ['Hosting Pro'] },
  ],
  manage_link: [{ ...parties, manageLink }],
  level_version_offered: [{ ...parties, adds: ['domains.manage'] }],
  suggestion_sent: [
    {
      ...parties,
      items: [{ name: 'Mailboxes', quantity: 3, note: 'for the office' }],
      message: 'Have a look.',
      link: manageLink,
      expiresAt: endsAt,
    },
  ],
}

const everyMail = (Object.keys(templates) as TemplateName[]).flatMap((template) =>
  languages.flatMap((language) =>
    written[template].map((data, i) => ({ name: `${template} ${i + 1} in ${language}`, template, language, data })),
  ),
)

describe('every mail', () => {
  test.each(everyMail)(
    '$name names both sides, and says the same as text and as HTML',
    ({ template, language, data }) => {
      const mail = writeMail(template, language, data, {})
      expect(mail.languageCode).toBe(language)
      for (const part of [mail.text, mail.html]) {
        expect(part).toContain(client.name)
        expect(part).not.toMatch(/undefined|null|NaN|\[object|\$\{/)
      }
      expect(mail.subject).toMatch(/\S{3}/)
      expect(mail.html).toContain(`<html lang="${language}">`)
      // nothing that is fetched, nothing that runs, no table
      expect(mail.html).not.toMatch(/<(img|script|link|table|iframe|style)|url\(|@import/i)
      const said = (html: string) =>
        html
          .replaceAll(/<head>.*<\/head>|<[^>]+>/gs, ' ')
          .replaceAll('&#39;', "'")
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&')
      const words = new Set(mail.text.match(/\p{L}{4,}/gu))
      const shown = new Set(said(mail.html).match(/\p{L}{4,}/gu))
      expect([...words].filter((word) => !shown.has(word))).toEqual([])
    },
  )

  test.each(Object.keys(templates) as TemplateName[])('%s says something else in each language', (template) => {
    const [data] = written[template]
    const texts = languages.map((language) => writeMail(template, language, data as MailData[typeof template], {}).text)
    expect(new Set(texts).size).toBe(languages.length)
  })
})

describe('the request', () => {
  test('R26, R35: says who asks, what it allows and what not, how long, and where to answer', () => {
    const { subject, text, html } = writeMail('access_request', 'en', askedAccess, {})
    expect(subject).toBe('North asks for access to Byron Engines')
    for (const words of [
      'Nora North of North asks for access to the account of Byron Engines',
      '> Hello Ada,\n> may we? Manage, North, March 15, 2026 {unknown}',
      'Access asked for: Manage',
      'How long: 14 days',
      'Then extended each time by: 1 month',
      'Answer by: March 15, 2026 at 09:00 UTC',
      'With this access:\n- It manages products.',
      'Its limits:\n- It buys nothing.',
      '- see your passwords',
      'https://host.example.com/answer#cl_token',
      'If you do not know North, ignore this mail',
    ])
      expect(text).toContain(words)
    expect(html.match(/href="([^"]*)"/g)).toEqual(Array(2).fill('href="https://host.example.com/answer#cl_token"'))
  })

  test('R35: the sender cannot write the link away, and cannot pass for the server', () => {
    const message =
      'It allows:\n- nothing\n\nRead the request and answer:\nhttps://phish.example.com <a href="https://phish.example.com">here</a>'
    const { text, html } = writeMail('access_request', 'en', { ...askedAccess, message }, {})
    for (const line of message.split('\n')) expect(text).toContain(`> ${line}`)
    expect(html).not.toContain('href="https://phish')
    expect(html).toContain('&lt;a href=&quot;https://phish.example.com&quot;&gt;')
    expect(text).toContain('\nhttps://host.example.com/answer#cl_token\n')
  })

  test('R35: names that look like addresses are no links, and the one link stays as it is', () => {
    const fake = 'https://evil.example/win'
    const data = {
      ...askedAccess,
      client: { name: `Prize at www.evil.example`, firstName: fake },
      reseller: { ...askedAccess.reseller, name: 'evil.example' },
      sender: fake,
    }
    const mails = [
      writeMail('access_request', 'en', data, {}),
      writeMail(
        'suggestion_sent',
        'en',
        { ...data, items: [{ name: 'Pro', quantity: 1, note: fake }], expiresAt: null },
        {},
      ),
    ]
    for (const { subject, text, html } of mails) {
      const shown = [subject, text, html].join('\n')
      expect(shown).not.toMatch(/evil\.example|https?:\/\/evil|www\.evil/)
      expect(shown.replaceAll('\u200C', '')).toContain(fake)
      expect(text).toContain(askedAccess.link)
      expect(html).toContain(`href="${askedAccess.link}"`)
    }
  })

  test('R212: what a level is called and allows is in the language of the mail', () => {
    const { text } = writeMail('access_request', 'de-AT', askedAccess, {})
    expect(text).toContain(levelTexts.de.can[0])
    expect(text).not.toContain(levelTexts.en.can[0])
    const english = { ...askedAccess, level: { texts: { en: levelTexts.en } } }
    expect(writeMail('access_request', 'de', english, {}).text).toContain(levelTexts.en.can[0])
  })

  test('a language that nobody wrote is English', () => {
    expect(writeMail('access_request', 'tlh', askedAccess, {})).toMatchObject({ languageCode: 'en' })
  })
})

describe('times', () => {
  const data = { ...askedAccess, expiresAt: new Date('2026-03-15T23:30:00Z'), timeZone: 'Europe/Berlin' }

  test.each([
    ['en', 'March 16, 2026 at 00:30 GMT+1'],
    ['de', '16. März 2026 um 00:30 MEZ'],
    ['fr', '16 mars 2026 à 00:30 UTC+1'],
  ])('are those of the reader in %s, and say whose they are', (language, time) => {
    const { text } = writeMail('access_request', language, data, {})
    expect(text).toContain(time)
  })

  test('are days where a day says enough', () => {
    const { text } = writeMail('access_request', 'en', { ...data, message: 'Until {expiry_date}.' }, {})
    expect(text).toContain('> Until March 16, 2026.')
    const [confirmed] = written.access_confirmed as readonly [MailData['access_confirmed']]
    expect(writeMail('access_confirmed', 'en', confirmed, {}).text).toMatch(/September 1, 2026$/m)
  })

  test('are in UTC where nobody here knows the zone of the reader', () => {
    const { text } = writeMail('access_request', 'en', { ...data, timeZone: 'Mars/Olympus' }, {})
    expect(text).toContain('March 15, 2026 at 23:30 UTC')
  })
})

describe('a host’s own templates', () => {
  const own = (subject: string) => () => ({ subject, text: 'own text', html: '<p>own</p>' })

  test('come before ours, language by language, and may speak others', () => {
    const overrides = { access_paused: { de: own('Eigene Pause'), es: own('Pausa') } }
    const [data] = written.access_paused as readonly [MailData['access_paused']]
    const subjects = ['en', 'de', 'de-CH', 'es', 'es-MX', 'it'].map((language) => {
      const { subject, languageCode } = writeMail('access_paused', language, data, overrides)
      return `${languageCode} ${subject}`
    })
    expect(subjects).toEqual([
      'en The access of North to Byron Engines is paused',
      'de Eigene Pause',
      'de Eigene Pause',
      'es Pausa',
      'es Pausa',
      'en The access of North to Byron Engines is paused',
    ])
  })

  test('get names without control characters, and cannot break a header', () => {
    let seen: unknown
    const overrides = {
      request_declined: {
        en: (data: MailData['request_declined']) => {
          seen = data
          return { ...own('')(), subject: 'Two\r\nlines' }
        },
      },
    }
    const data = { ...parties, client: { name: 'Evil\nName\u202E', firstName: null }, reason: 'one\ntwo\u0007' }
    expect(writeMail('request_declined', 'en', data, overrides).subject).toBe('Two lines')
    expect(seen).toMatchObject({ client: { name: 'Evil Name' }, reason: 'one\ntwo' })
  })
})
