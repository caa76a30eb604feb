import * as z from 'zod/mini'
import { EmailAddress } from '../contact.schema.ts'
import { roles } from '../rights.ts'
import { AccountId, line } from '../text.schema.ts'
import { Timestamp } from '../time.schema.ts'

/** A page's origin: scheme, host and port, as browsers send it. */
const Origin = z.string().check(
  z.maxLength(300),
  z.refine((text) => URL.parse(text)?.origin === text && /^https?:/.test(text), {
    error: 'invalid_format: Scheme, host and port alone, as in https://panel.example.com, without a slash at the end.',
  }),
)

/** The person in front of a widget, as the host knows them. */
export const Viewer = z.strictObject({ id: line(200), name: z.optional(line(200)), email: z.optional(EmailAddress) })
export interface Viewer extends z.infer<typeof Viewer> {}

export const CreateSession = z.strictObject({
  /** The account that the widgets work in: the key's own or one below it. */
  accountId: AccountId,
  viewer: Viewer,
  /**
   * At most what the key itself may do. A session that a reseller's key makes for a person of its client shows nothing of
   * the client's access and subscriptions: other resellers have a part in them (R201).
   */
  role: z.enum(roles),
  /** The pages that may use the token. */
  origins: z.array(Origin).check(z.minLength(1), z.maxLength(20)),
  /** Seconds, 60 to 3600. @default 900 */
  expiresIn: z.optional(z.int().check(z.gte(60), z.lte(3600))),
  /** The clients that the viewer administers, as the host knows: those they may answer for (R32). */
  administers: z.optional(z.array(AccountId).check(z.maxLength(100))),
  /** `managed`: an account of the viewer's organisation. `consumer`: a mailbox of their own (R166). */
  identityKind: z.optional(z.enum(['managed', 'consumer'])),
  /** When the viewer last proved who they are, for rows that want it recent. */
  authenticatedAt: z.optional(Timestamp),
})
export interface CreateSession extends z.infer<typeof CreateSession> {}

/** A token for widgets. It says who, never what: key, account and role are read again on each request. */
export const Session = z.object({ token: z.string(), expiresAt: Timestamp })
export interface Session extends z.infer<typeof Session> {}

export const create = { input: CreateSession, output: Session }
