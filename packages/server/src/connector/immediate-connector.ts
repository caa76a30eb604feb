import { noConnector, type Connector } from './connector.ts'

/**
 * For a host that asks `access.check` before each click and has nothing to carry out elsewhere: what is decided is in
 * effect at once, as what is asked is the decision itself.
 *
 * @example
 * const server = createServer({ connector: immediateConnector })
 */
export const immediateConnector: Connector = { ...noConnector, apply: async () => 'in_effect' }
