/** What is written of each request. No body, no query, no header: nothing in it is secret. */
export interface LogRecord {
  requestId: string
  method: string
  /** `resource.row`, never the address itself. */
  route: string
  /** `api_key:key_…` or `widget_session:key_…`, once it is known. Not the viewer: hosts use e-mail addresses as ids. */
  caller?: string
  account?: string
  status: number
  ms: number
  /** Of an answer 500: what went wrong, without the values it went wrong with. */
  error?: Failure
}

/** An error that can be written into a log. */
export interface Failure {
  name: string
  message: string
  /** Where in the code, innermost first. */
  stack: string[]
  cause?: Failure
}

/** What is written of a job that failed. It is tried again by itself. */
export interface JobRecord {
  /** As in `mails`. */
  work: string
  error: Failure
}

export type Log = (record: LogRecord | JobRecord) => void

/**
 * An error without what callers had sent: messages of PostgreSQL and of the query builder quote values, which may be
 * names, addresses or hashes of secrets.
 */
export function describeFailure(error: unknown): Failure {
  if (!(error instanceof Error))
    return { name: typeof error, message: 'Something that is no error was thrown.', stack: [] }
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name: error.name,
    message: messageOf(error),
    stack: stack.map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeFailure(error.cause) }),
  }
}

function messageOf(error: Error): string {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if ('query' in error) return 'A statement failed.'
  if ('severity' in error) return `PostgreSQL says ${code ?? ''}${constraint === undefined ? '' : ` (${constraint})`}.`
  return error.message
}
