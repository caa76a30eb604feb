'use client'

import { isApiError } from '@clientele/sdk'
import { useFailureWords } from '../words/use-failure-words.ts'

/** Where a section has one field, whatever is wrong is wrong with it. */
export function useFieldError(error: unknown): string | undefined {
  const words = useFailureWords()
  const first = isApiError(error, 'validation_failed') ? error.errors[0] : undefined
  return first && words.field(first)
}
