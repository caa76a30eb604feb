import type { Capability, LevelTexts, Notice } from '@clientele/contract'
import type { StoredScope } from '../database/access.schema.ts'

/** What every mail knows: whom it is about. Replies to clients go to the reseller's support address. */
interface Parties {
  /** `firstName` is how the person is spoken to; without one, the client's name is. */
  client: { name: string; firstName: string | null }
  reseller: { name: string; supportEmail: string | null }
}

/** A level as its row has it: the mail picks the texts of its language. */
interface WithLevel {
  level: { texts: Record<string, LevelTexts> }
}

/** Which of the two it is written to. */
interface WithAudience {
  audience: 'client' | 'reseller'
}

/** The page to see, pause and end the access without an account; for clients. */
interface WithManageLink {
  manageLink: string | null
}

/** The client's other resellers of whom a mail says the same: all were meant by one act. None in mails to resellers. */
interface WithOthers {
  others: readonly { name: string; manageLink: string | null }[]
}

interface WithTimes {
  /** Of whoever reads it (IANA): in which times are told. UTC where it is not known. */
  timeZone: string
}

/** What both sides are told about the access of one to the other. */
export type Told = Parties & WithAudience & WithManageLink & WithTimes

interface AskedAccess extends Parties, WithLevel, WithTimes {
  /** The person who asks, where they are known; of a key that asks there is none. */
  sender: string | null
  /** As it was typed, with its variables. */
  message: string
  scope: StoredScope
  /** ISO 8601; `null` is without an end. */
  duration: string | null
  autoExtend: string | null
  /** Where the request is answered: it carries the token. */
  link: string
  expiresAt: Date
}

/** What each template is filled with. */
export interface MailData {
  access_request: AskedAccess
  request_reminder: AskedAccess
  request_canceled: Parties & WithLevel
  request_declined: Parties & WithLevel & { reason: string | null }
  request_expired: Parties & WithLevel & { recipientEmail: string }
  renewal_asked: Parties & WithLevel
  access_confirmed: Parties &
    WithLevel &
    WithAudience &
    WithManageLink &
    WithTimes & {
      scope: StoredScope
      endsAt: Date | null
      autoExtend: string | null
      /** Attached as a file. */
      receipt: { id: string; jws: string }
    }
  access_failed: Parties &
    WithLevel &
    WithAudience & {
      /** What the vendor says; `null` for the client, and where it says nothing. */
      detail: string | null
    }
  /** For the operator of the platform. */
  access_overdue: Parties &
    WithTimes & {
      target: 'switch' | 'tick' | 'grant'
      on: boolean
      expectedBy: Date
      /** What the vendor says. */
      detail: string | null
      /** How many changes are overdue by now, this one included. */
      total: number
    }
  access_ended: Parties &
    WithLevel &
    WithAudience & {
      /** Of the grant. */
      endReason: string
    }
  access_expiring: Told & WithLevel & { endsAt: Date; autoExtend: string | null }
  access_extended: Told & WithLevel & { endsAt: Date | null }
  access_paused: Parties & WithAudience & WithManageLink & WithOthers
  access_resumed: Parties & WithAudience & WithManageLink & WithOthers
  switch_changed: Parties &
    WithAudience &
    WithTimes & {
      on: boolean
      /** When it should be in effect at the latest; `null` where it is. */
      effectiveBy: Date | null
    }
  access_changed: Told & {
    /** Since then, where it is another one. */
    level: WithLevel['level'] | null
    /** The names of what was bought elsewhere and is looked after since then, where that was changed. */
    direct: readonly string[] | null
  }
  manage_link: Parties & { manageLink: string }
  level_version_offered: Parties & WithLevel & { adds: readonly Capability[] }
  suggestion_sent: Parties &
    WithTimes & {
      items: readonly { name: string; quantity: number; note: string | null }[]
      message: string | null
      /** Where it is answered, if the host has a page for it. */
      link: string | null
      expiresAt: Date | null
    }
}

/**
 * What no notice leaves out: the request itself, what a person has just asked for, and what the operator has named an
 * address for.
 */
export const alwaysSent = ['access_request', 'manage_link', 'access_overdue'] as const

/** The other ones can be left out by a setting (R204). */
export type TemplateName = (typeof alwaysSent)[number] | Notice
