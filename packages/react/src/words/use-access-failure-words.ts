import { accessErrorStrings, accessFieldErrorStrings } from './access-error.strings.ts'
import { useFailureWords } from './use-failure-words.ts'

const more = { errors: accessErrorStrings, fieldErrors: accessFieldErrorStrings }

/** `useFailureWords` for components for access: they bring the English for their codes along. */
export function useAccessFailureWords() {
  return useFailureWords(more)
}
