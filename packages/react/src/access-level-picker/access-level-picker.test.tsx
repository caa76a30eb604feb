import { examples } from '@clientele/contract/examples'
import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { deAccess } from '../locales/de-access.ts'
import { de } from '../locales/de.ts'
import { renderKit } from '../testing/render-kit.tsx'
import { startServer } from '../testing/start-server.ts'
import { AccessLevelPicker } from './access-level-picker.tsx'
import { allAbilities, comparedLevels } from './compare-levels.ts'

const server = startServer()
const [manage, purchase] = examples.accessLevels.list.output.data as [
  (typeof examples.accessLevels.list.output.data)[0],
  (typeof examples.accessLevels.list.output.data)[0],
]

test('R12: a level says what it allows beyond the lower one, whatever the order they come in', () => {
  const [lower, higher] = comparedLevels([purchase, manage], 'en')
  expect(lower).toMatchObject({ lower: undefined, more: manage.texts['en']?.can })
  expect(higher?.lower).toBe('Manage')
  expect(higher?.more).toEqual(purchase.texts['en']?.can.slice(-2))
  expect(allAbilities([lower!, higher!])).toHaveLength(6)
})

test('levels in two languages are not compared sentence by sentence', () => {
  const [, higher] = comparedLevels([{ ...manage, texts: { en: manage.texts['en']! } }, purchase], 'de-AT')
  expect(higher).toMatchObject({ lower: undefined, texts: { language: 'de' }, more: purchase.texts['de']?.can })
})

test('a level that leaves out something of the lower one lists all that it allows', () => {
  const fewer = { ...purchase, texts: { en: { ...purchase.texts['en']!, can: ['The reseller buys.'] } } }
  const [, higher] = comparedLevels([manage, fewer], 'en')
  expect(higher).toMatchObject({ lower: undefined, more: ['The reseller buys.'] })
})

test('R5 R13: the levels of the platform, one to choose, none beforehand, by the arrow keys', async () => {
  const visitor = await server.visitor()
  const onValueChange = vi.fn<(level: { id: string }) => void>()
  const { user } = renderKit(visitor, <AccessLevelPicker onValueChange={onValueChange} />, { locale: [de, deAccess] })
  const radios = await screen.findAllByRole<HTMLInputElement>('radio')
  expect(radios.map(({ value, checked }) => [value, checked])).toEqual([
    ['manage@1', false],
    ['manage_and_purchase@1', false],
  ])
  await user.tab()
  expect(document.activeElement).toBe(radios[0])
  await user.keyboard('{ArrowDown}')
  expect(onValueChange.mock.lastCall?.[0].id).toBe('manage_and_purchase@1')
  screen.getByText(/^Keine Stufe erlaubt: Bedingungen annehmen/)
})

test('a version that is not offered any more counts as no choice', async () => {
  const visitor = await server.visitor()
  const { container } = renderKit(visitor, <AccessLevelPicker defaultValue="manage@7" />)
  await screen.findByText('“Manage” has changed in the meantime')
  expect(container.firstElementChild?.getAttribute('data-state')).toBe('retired')
  expect(container.querySelector('input:checked')).toBeNull()
})
