'use client'

import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { Failure, type FailureProps } from './failure.tsx'

/** A failure of a component for access, which can meet codes that others cannot. */
export function AccessFailure(props: Omit<FailureProps, 'words'>) {
  return <Failure {...props} words={useAccessFailureWords()} />
}
