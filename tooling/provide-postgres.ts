import type { TestProject } from 'vitest/node'
import { startTestPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** `memory:` or the URL of a PostgreSQL in which each test file makes a database of its own. */
    databaseUrl: string
  }
}

/** vitest's global set-up of the project `server-postgres`: one server for all test files. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestPostgres()
  project.provide('databaseUrl', server.url)
  return server.stop
}
