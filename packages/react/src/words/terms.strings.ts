/**
 * The words of the trade, which each brand may replace (R208). Texts use them as `{client}`, or `{Client}` where a
 * sentence begins.
 */
export const terms = {
  /** Without an article: “client”. */
  client: 'client',
  /** Several, or any: “clients”. */
  clients: 'clients',
  /** As an object, with the indefinite article: add “a client”. */
  aClient: 'a client',
  /** As a subject, with the definite article: “the client”. */
  theClient: 'the client',
}

export type Terms = Readonly<Record<keyof typeof terms, string>>
