import type { PublishLevel, Role } from '@clientele/contract'

/** What a test asks the thread that the server runs in. */
export type Asked = { id: number } & (
  | { kind: 'request'; url: string; method: string; headers: [string, string][]; body: string | null }
  | {
      kind: 'visitor'
      role: Role
      origin: string
      accountId?: string | undefined
      name?: string | undefined
      administers?: string[] | undefined
    }
  | { kind: 'settings'; companyRequired: boolean }
  | { kind: 'level'; key: string; level: PublishLevel }
  | { kind: 'mailed'; to: string; template: string }
  | { kind: 'due' }
  | { kind: 'ready' }
  | { kind: 'close' }
)

/** What it answers, by the same id. */
export type Answered = { id: number } & Partial<{
  status: number
  headers: [string, string][]
  body: string
  accountId: string
  token: string
}>

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never
export type Question = WithoutId<Asked>
