import type { ErrorCode, FieldError } from '@clientele/contract'
import { isApiError } from '@clientele/sdk'
import type { Reason } from '../words/use-failure-words.ts'
import { fieldOf, type AddClientField, type AddClientValues } from './add-client-values.ts'
import type { CheckedDraft } from './use-client-check.ts'

/** What is wrong with one field: a field code, or an error that is about one field. */
export interface FieldProblem extends Reason {
  code: string
}

/** What is known of the form from three sides. */
interface Known {
  values: AddClientValues
  /** What schema and rules found, just now. */
  problems: readonly FieldError[]
  /** What the server said while typing, about values that may have changed since. */
  check: CheckedDraft
  /** What the last attempt was refused with, and for which values. */
  failure: { error: unknown; values: AddClientValues } | undefined
}

const domainCodes: Readonly<Record<string, ErrorCode>> = {
  own: 'domain_taken_own',
  other: 'domain_taken_other',
  direct: 'domain_taken_direct',
}

/** Joins what is known into what can be said. Nothing is said about a text that has changed since it was looked at. */
export function findingsOf({ values, problems, check, failure }: Known) {
  const { answer, draft } = check
  const refused = isApiError(failure?.error) ? failure.error : undefined
  const refusal: FieldProblem[] = refused ? [{ code: refused.code, data: { ...refused.problem.data } }] : []
  const fieldFor = ({ pointer }: { pointer: string }) => fieldOf(pointer, values.form)

  const isChecked = (field: AddClientField | undefined) =>
    field !== undefined && ((draft as Record<string, string> | null)?.[field] ?? '') === values[field].trim()
  const isAnswered = (field: AddClientField) => failure?.values[field] === values[field]

  const taken = (): FieldProblem | undefined => {
    const code = refused?.code ?? ''
    if (code.startsWith('domain_taken_') && isAnswered('primaryDomain')) return { ...refusal[0], code }
    const whose = domainCodes[answer.domain]
    if (!whose || values.customerType !== 'domain' || !isChecked('primaryDomain')) return undefined
    return { code: whose, data: { domain: values.primaryDomain.trim(), clientId: answer.domainClientId } }
  }

  const blockers = (): readonly FieldProblem[] => {
    if (answer.blockers.length > 0 && isChecked('primaryDomain')) return answer.blockers
    return refused?.code.startsWith('customer_ineligible_') && failure?.values === values ? refusal : []
  }

  const duplicates = () => {
    if (answer.duplicates.length > 0) return answer.duplicates
    const error = failure?.values === values ? failure.error : undefined
    return isApiError(error, 'duplicate_suspected') ? error.data.candidates : []
  }

  const found = { blockers: blockers(), duplicates: duplicates() }
  // whether a customer may be taken over is asked by its domain: both are told at that field, where there is one
  const domainProblem = values.form === 'organization' ? (taken() ?? found.blockers[0]) : undefined
  const checked = answer.errors.filter((error) => isChecked(fieldFor(error)))

  return {
    /** What is wrong with a field. What schema, rules and check found is left out unless it is `due`. */
    problemOf(field: AddClientField, due: boolean): FieldProblem | undefined {
      const isAbout = (error: FieldError) => fieldFor(error) === field
      const own = due ? (problems.find(isAbout) ?? checked.find(isAbout)) : undefined
      const answered = isAnswered(field) ? refused?.errors.find(isAbout) : undefined
      return own ?? answered ?? (field === 'primaryDomain' ? domainProblem : undefined)
    },
    /** The server would refuse it: it need not be asked. */
    isKnownWrong: problems.length > 0 || checked.length > 0 || found.blockers.length > 0 || domainProblem !== undefined,
    domainProblem,
    blockers: found.blockers,
    duplicates: found.duplicates,
    duplicatesRefused: refused?.code === 'duplicate_suspected' && found.duplicates.length > 0,
    warnings: answer.warnings.filter((warning) => isChecked(fieldFor(warning))),
    /** The last refusal, where neither a field nor a notice of its own tells it. */
    failure: isTold() ? undefined : failure?.error,
  }

  function isTold(): boolean {
    if (!refused) return false
    if (refused.code === 'duplicate_suspected') return found.duplicates.length > 0
    if (refused.code === 'validation_failed') return refused.errors.every((error) => fieldFor(error) !== undefined)
    if (refused.code.startsWith('domain_taken_')) return values.form === 'organization'
    return refused.code.startsWith('customer_ineligible_')
  }
}
