'use client'

import type { Client } from '@clientele/contract'
import { AddressFields } from '../parts/address-fields.tsx'
import { Facts, ltr } from '../parts/facts.tsx'
import { Phone } from '../parts/phone.tsx'
import { TextField } from '../parts/text-field.tsx'
import type { FieldStrings } from '../words/field.strings.ts'
import { useFailureWords } from '../words/use-failure-words.ts'
import { useFormats } from '../words/use-formats.ts'
import { useWords, type Words } from '../words/use-words.ts'
import { ClientPanelSection } from './client-panel-section.tsx'
import { contactOf, type ContactField } from './contact-values.ts'
import type { ClientPanelModel } from './use-client-panel.ts'

interface Props {
  t: Words<'clientPanel'>
  panel: ClientPanelModel
  client: Client
}

/** Who to write to and where (R79, R84). */
export function ClientPanelContact({ t, panel, client }: Props) {
  const { contact } = panel
  const fields = useWords('fields')
  const formats = useFormats()
  const isToldByFields = contact.problemOf !== undefined && hasFieldErrors(panel)
  return (
    <ClientPanelSection
      t={t}
      title={t('contact')}
      editLabel={t('editContact')}
      section={contact}
      isToldByFields={isToldByFields}
      fieldWords={{
        labelOf: (field) => fields(labels[field] ?? field),
        show: (field, value) => (field === 'countryCode' && value ? formats.country(value) : value),
      }}
      editor={<ContactEditor {...{ panel, client }} />}
    >
      <ContactFacts client={client} />
    </ClientPanelSection>
  )
}

function ContactEditor({ panel, client }: Omit<Props, 't'>) {
  const t = useWords('fields')
  const words = useFailureWords()
  const { contact } = panel
  const field = (name: ContactField) => {
    const problem = contact.problemOf(name)
    return {
      name,
      value: contact.values?.[name] ?? '',
      onValue: (value: string) => contact.type({ [name]: value }),
      error: problem && words.field(problem),
    }
  }
  return (
    <>
      {client.form === 'organization' ? <TextField label={t('organizationName')} {...field('name')} /> : null}
      <div data-part="field-row">
        <TextField label={t('firstName')} {...field('firstName')} />
        <TextField label={t('lastName')} {...field('lastName')} />
      </div>
      {client.form === 'quick' ? (
        <TextField label={t('company')} optional={!panel.companyRequired} {...field('company')} />
      ) : null}
      <TextField label={t('phone')} hint={t('phoneHint')} type="tel" optional {...field('phone')} />
      <AddressFields field={field} countryOptional={client.form === 'quick'} />
    </>
  )
}

function ContactFacts({ client }: Pick<Props, 'client'>) {
  const kind = useWords('clientForm')
  const fields = useWords('fields')
  const formats = useFormats()
  const person = client.form === 'quick' ? client.person : client.admin
  const address = contactOf(client)
  const place = [address.postalCode, address.locality].filter(Boolean).join(' ')
  const lines = [address.line1, address.line2, place, address.region].filter(Boolean)
  if (address.countryCode) lines.push(formats.country(address.countryCode))
  return (
    <Facts
      facts={[
        [
          client.form === 'quick' ? kind('quick') : fields('administrator'),
          person && `${person.firstName} ${person.lastName}`,
        ],
        [fields('company'), client.company],
        [fields('email'), ltr(client.primaryEmail)],
        [fields('secondaryEmail'), ltr(client.secondaryEmail)],
        [fields('phone'), client.phone && <Phone key="phone" number={client.phone} />],
        [
          fields('address'),
          lines.length > 0
            ? lines.map((line, index) => (
                <span data-part="line" key={index}>
                  {line}
                </span>
              ))
            : null,
        ],
      ]}
    />
  )
}

/** Fields whose label has another name. */
const labels: Readonly<Record<string, keyof FieldStrings>> = { name: 'organizationName', countryCode: 'country' }

const allFields: readonly ContactField[] = [
  'firstName',
  'lastName',
  'company',
  'name',
  'phone',
  'countryCode',
  'line1',
  'line2',
  'postalCode',
  'locality',
  'region',
]

function hasFieldErrors({ contact }: ClientPanelModel): boolean {
  return allFields.some((field) => contact.problemOf(field) !== undefined)
}
