import { describe, expect, test } from 'vitest'
import { fillInMessage, messageVariables } from './message-variables.ts'

const values = {
  client_first_name: 'Ada',
  reseller_name: 'North',
  level_name: 'Manage',
  expiry_date: '15 March',
}

describe('the message of a request', () => {
  test('has its variables filled in, each as often as it stands there', () => {
    const message = messageVariables.map((name) => `{${name}}`).join(' ')
    expect(fillInMessage(`${message} {reseller_name}`, values)).toBe('Ada North Manage 15 March North')
  })

  test.each([
    '{unknown}',
    '{ client_first_name }',
    '{Client_First_Name}',
    '{}',
    '{{',
    '{client_first_name',
    '{toString}',
    '{constructor}',
    '{__proto__}',
  ])('keeps %s as it was typed', (typed) => {
    expect(fillInMessage(`a ${typed} b`, values)).toBe(`a ${typed} b`)
  })

  test('is not looked through again: a name that looks like a variable stays a name', () => {
    const odd = { ...values, client_first_name: '{reseller_name}', reseller_name: '$& $1 $$' }
    expect(fillInMessage('{client_first_name} {reseller_name}', odd)).toBe('{reseller_name} $& $1 $$')
  })

  test('fills in inside other braces', () => {
    expect(fillInMessage('{{client_first_name}}', values)).toBe('{Ada}')
  })
})
