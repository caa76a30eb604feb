import { errors, type ErrorCode } from '@clientele/contract'
import { errorExamples } from '@clientele/contract/examples'
import { describe, expect, test } from 'vitest'
import { withRemedy } from './remedy.ts'

describe('what cannot be done now', () => {
  test.each(Object.keys(errors) as ErrorCode[])('%s: is said, with why and what to do in whole sentences', (code) => {
    const said = withRemedy('It cannot be done.', code, errorExamples[code])
    expect(said).toMatch(/^It cannot be done\.( [A-Z\w].*\.)?$/)
    expect(said).not.toMatch(/undefined|null|\[object/)
  })

  test('names what is in the way, and how it is removed', () => {
    const pending = { requestId: 'arq_1', level: 'manage@1' }
    expect(withRemedy('Acme cannot be asked.', 'access_request_pending', pending)).toBe(
      'Acme cannot be asked. Request arq_1 for manage@1 is waiting: resend or cancel it, or name it as `supersede` to ask for another level.',
    )
    expect(withRemedy('No.', 'setting_missing', { setting: 'links.requestUrl' })).toBe(
      'No. The platform has to set links.requestUrl with settings.update.',
    )
  })
})
