import { asks } from './asking.ts'
import type { Known, Step, Walk } from './walk.ts'

const about = 'gina'
const day = 24 * 60
const idOf = (known: Known) => known.id ?? ''
const bySecond = { by: 'second' } as const
const to = (more: string) => `gina+${more}@mail.example.org`

const first = 'a request'
const last = 'a request to another mailbox'

const declines =
  (step: string): Step =>
  async (world, of) =>
    world.holder(await world.mailed(of(step))).accessRequests.decline({})
const resends =
  (step: string, recipientEmail?: string): Step =>
  (world, of) =>
    world.second.accessRequests.resend(idOf(of(step)), { ...(recipientEmail && { recipientEmail }) })
const reports =
  (state: 'bounced' | 'complained' | 'deliverable'): Step =>
  (world, of) =>
    world.platform.accessRequests.reportDelivery(idOf(of(last)), { state })

/** How often a client, and a mailbox, may be asked; the peace after a “no”; and mail that comes back. */
export const attemptsAndPeace: Walk = {
  about,
  by: 'second',
  steps: {
    'three times a month': ({ platform }) => platform.settings.update({ access: { requestMaxAttempts: 3 } }),
    'for nobody in particular, by the platform': asks(about, to('a'), { by: 'platform' }),
    [first]: asks(about, to('a'), bySecond),
    declined: declines(first),
    'in peace': asks(about, to('b'), bySecond),
    'in peace: sent again': resends(first),
    'in peace: the same mailbox, for another client': asks('finn', to('c'), bySecond),
    'in peace for nobody else: by another reseller': asks('ada', to('d')),
    'asked for, by the sender’s own link': async (world, of) => {
      const [, copied = ''] = (of(first).copyableLink ?? '').split('#')
      await world.holder(copied).accessRequests.askAgain()
    },
    'asked for by the client': async (world, of) =>
      world.holder(await world.mailed(of(first))).accessRequests.askAgain(),
    'sent again': resends(first),
    'sent a third time': resends(first),
    'sent once too often': resends(first),
    'to another mailbox, for the same client': resends(first, 'other@mail.example.org'),
    'to the same mailbox, for another client': asks('finn', to('e'), bySecond),
    'after a month': async (world) => {
      await world.wait(30 * day)
      await world.second.accessRequests.list({ include: ['actions'] })
    },
    [last]: asks(about, 'other@mail.example.org', bySecond),
    'not wanted there': reports('complained'),
    'sent where it is not wanted': resends(last),
    'reminded where it is not wanted': async (world, of) => {
      await world.wait(2 * day)
      await world.second.accessRequests.remind(idOf(of(last)))
    },
    'another client there': asks('finn', 'Other+x@mail.example.org', bySecond),
    'another reseller there': asks('cora', 'other@mail.example.org'),
    'it gets through again': reports('deliverable'),
    'sent there': resends(last),
    'all requests, by the platform': ({ platform }) =>
      platform.accessRequests.list({ limit: 200, include: ['actions'] }),
  },
}
