import { accountKindOf, type ApiKey, type Me, type NewApiKey, type Reseller, type Session } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { schemasOf } from '@clientele/contract/schemas'
import { callerWith } from '../caller-with.ts'
import { refTo, type AccountLike } from './accounts.ts'
import { made, type Given } from './made.ts'
import { companyOf, slugOf } from './names.ts'
import { factoryId, factoryTime, nextNumber } from './sequence.ts'

/**
 * A reseller below the platform; `parent` makes it another's sub-reseller.
 *
 * @example
 * const reseller = aReseller({ limits: { maxClients: 5 } })
 * const below = aReseller({ parent: reseller })
 */
export function aReseller({ parent, ...given }: Given<Reseller> & { parent?: Reseller } = {}): Reseller {
  const number = nextNumber()
  const displayName = given.displayName ?? `${companyOf(number)} Hosting`
  const slug = slugOf(displayName)
  const all: Reseller = {
    ...examples.resellers.get.output,
    id: factoryId('acc', number),
    ...(parent ? { parentId: parent.id, depth: parent.depth + 1 } : {}),
    displayName,
    legalName: `${displayName} GmbH`,
    publicIdentifier: slug,
    domains: [`${slug}.example.org`],
    supportEmail: `support@${slug}.example.org`,
    limits: { maxClients: null },
    createdAt: factoryTime(number),
    updatedAt: factoryTime(number),
    etag: '"1"',
  }
  return made('aReseller', schemasOf('resellers', 'get').output, all, given)
}

/**
 * A key of a backend, without its secret. `account` binds it to a reseller or client.
 *
 * @example
 * const key = anApiKey({ account: aReseller(), role: 'reseller_support' })
 */
export function anApiKey({ account, ...given }: Given<ApiKey> & { account?: AccountLike } = {}): ApiKey {
  return made('anApiKey', schemasOf('apiKeys', 'revoke').output, keyOf(account), given)
}

/**
 * A key as it is answered once, with its secret. The secret opens nothing.
 *
 * @example
 * server.use(mock(apiKeys.create, aNewApiKey({ name: 'Panel backend' })))
 */
export function aNewApiKey({ account, ...given }: Given<NewApiKey> & { account?: AccountLike } = {}): NewApiKey {
  const { secret } = examples.apiKeys.create.output
  return made('aNewApiKey', schemasOf('apiKeys', 'create').output, { ...keyOf(account), secret }, given)
}

/**
 * Who is calling, with the rights of their role. `account` puts them into a reseller or client.
 *
 * @example
 * handlers({ data: { me: aMe({ role: 'reseller_support' }) } })
 */
export function aMe({
  account,
  role = 'reseller_manager',
  ...given
}: Omit<Given<Me>, 'account'> & { account?: AccountLike } = {}): Me {
  const caller = callerWith(role)
  const own = account ? { ...refTo(account), kind: accountKindOf[role] } : caller.account
  return made('aMe', schemasOf('me', 'get').output, { ...caller, account: own }, given)
}

/**
 * The token of a widget session. It opens nothing.
 *
 * @example
 * server.use(mock(sessions.create, aSession({ expiresAt: '2025-02-01T09:15:00.000Z' })))
 */
export function aSession(given: Given<Session> = {}): Session {
  return made('aSession', schemasOf('sessions', 'create').output, examples.sessions.create.output, given)
}

function keyOf(account: AccountLike | undefined): ApiKey {
  const number = nextNumber()
  const { secret: _secret, ...example } = examples.apiKeys.create.output
  const own = account ? { accountId: account.id } : {}
  return { ...example, id: factoryId('key', number), ...own, createdAt: factoryTime(number), expiresAt: null }
}
