import type { Client, ClientAction, FieldError, UpdateClient } from '@clientele/contract'
import { requireVersion, type Surroundings } from '../../answers/mock-call.ts'
import { refuseFields } from '../../answers/read-request.ts'
import { Refusal } from '../../refusal.ts'
import { requireAllowed } from '../actions.ts'
import { clientBehind } from '../accounts/client-behind.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { change, recordOf } from '../change.ts'
import { recordEvent } from '../events/record-event.ts'
import { changeRecord } from '../write-records.ts'
import { checkClient } from './check-client.ts'
import {
  familiesOf,
  fieldErrorsOf,
  nameOfQuick,
  orderableSkus,
  refuseTakenDomain,
  refuseTakenExternalId,
} from './client-rules.ts'
import { actionOn, clientView } from './client-view.ts'
import { createClient } from './create-client.ts'

/** Rows of `clients` with rules of their own, as a form and a test meet them. */
export const clientBehaviours: Behaviours<'clients'> = {
  create: createClient,
  check: checkClient,

  update(call) {
    const before = clientToChange(call, 'update')
    return changeRecord(call, 'clients', () => {
      const { input } = call
      const after = applied(before, input)
      refuseFields([...wrongForm(before, input), ...fieldErrorsOf(after, call)])
      const owner = { ownerId: before.owner.id, exceptId: before.id }
      refuseTakenExternalId(call, input.externalIds ?? [], owner)
      if (after.primaryDomain !== before.primaryDomain) refuseTakenDomain(call, after, owner)
      return { ...after, orderableSkus: orderableSkus(after, familiesOf(call)) }
    })
  },

  setDescription(call) {
    clientToChange(call, 'setDescription')
    return changeRecord(call, 'clients', () => ({ description: call.input.text }))
  },

  setTags(call) {
    clientToChange(call, 'setTags')
    return changeRecord(call, 'clients', () => ({ tags: call.input.tags }))
  },

  setPaymentMethod(call) {
    const asked = clientToChange(call, 'setPaymentMethod')
    requireVersion(call, asked.etag)
    // it is the account's, also where the record is named that a reseller has of it (R32)
    const client = recordOf(call, 'clients', clientBehind(call, asked.id))
    const { id, owner, paymentMethodOnFile: from } = client
    const { onFile: to } = call.input
    if (from === to) return clientView(asked, call)
    change(call, client, { paymentMethodOnFile: to })
    recordEvent(call, {
      type: 'client.payment_method_changed',
      subject: { type: 'client', id },
      clientId: id,
      resellerId: owner.id,
      changes: { paymentMethodOnFile: { from, to } },
    })
    return clientView(asked, call)
  },

  setVerification(call) {
    const before = recordOf(call, 'clients', call.params.id)
    return changeRecord(call, 'clients', () => {
      const { verification } = call.input
      if (before.verification === verification) return {}
      requireAction(before, call, 'setVerification')
      const steps: Client['verification'][] = before.verification === 'none' ? ['email_verified'] : []
      const allowed = before.primaryDomain === null ? steps : [...steps, 'domain_verified']
      if (!allowed.includes(verification)) {
        const state = before.verification
        throw new Refusal('invalid_state_transition', `A client that is ${state} cannot become ${verification}.`, {
          state,
          allowed,
        })
      }
      return { verification, orderableSkus: orderableSkus({ ...before, verification }, familiesOf(call)) }
    })
  },
}

type About = Surroundings & { params: { id: string } }

function clientToChange(call: About, action: 'update' | 'setDescription' | 'setPaymentMethod' | 'setTags'): Client {
  const client = recordOf(call, 'clients', call.params.id)
  requireAction(client, call, action)
  return client
}

function requireAction(client: Client, call: Surroundings, action: ClientAction): void {
  requireAllowed(actionOn(client, call, action), `${action} of client ${client.id}`)
}

const onlyQuick = ['person', 'company'] as const
const onlyOrganization = ['name', 'customerType', 'segments', 'primaryDomain', 'admin'] as const

function wrongForm({ form }: Client, input: UpdateClient): FieldError[] {
  const foreign: readonly (keyof UpdateClient)[] = form === 'quick' ? onlyOrganization : onlyQuick
  return foreign
    .filter((field) => input[field] !== undefined)
    .map((field) => ({ pointer: `/${field}`, code: 'unknown_field', detail: `This client has no ${field}.` }))
}

function applied(before: Client, input: UpdateClient): Client {
  const given = Object.entries(input).filter(([, value]) => value !== undefined)
  const after: Client = { ...before, ...Object.fromEntries(given) }
  if (after.form === 'quick' && after.person) after.name = nameOfQuick(after.company, after.person)
  if (input.primaryDomain !== undefined && input.primaryDomain !== before.primaryDomain) {
    after.primaryDomainDisplay = after.primaryDomain
    if (after.verification === 'domain_verified') after.verification = 'none'
  }
  return after
}
