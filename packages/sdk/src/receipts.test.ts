import { createHash, createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import type { Receipt, ReceiptKey } from '@clientele/contract'
import { describe, expect, it } from 'vitest'
import { verifyReceipt } from './receipts.ts'
import { isClienteleError } from './errors.ts'
import { failureOf } from './testing/call-setup.ts'

const ours = keyPair('rck_1')
const others = keyPair('rck_2')
const texts = { name: 'Verwalten', summary: 'Zoë „sieht“ \\ alles.', can: ['Eins.', 'Zwei.'], cannot: [] }
// as RFC 8785 writes it, by hand
const canonical = String.raw`{"can":["Eins.","Zwei."],"cannot":[],"name":"Verwalten","summary":"Zoë „sieht“ \\ alles."}`
const receipt: Receipt = {
  id: 'rcp_01JNG1MJG6YZHQBPW5WQ7ZC08D',
  previous: null,
  grantId: 'agr_01JNG1MJG6XAZXT8GV34P3H0C0',
  requestId: null,
  client: { id: 'acc_01JHB6R2WN8X4Q0TZC7YV3M5EK', name: 'Weingut' },
  reseller: { id: 'acc_01JG5B3Y7SD1E8N2QKFT4VW0ZM', name: 'Hafenhost' },
  decidedBy: { type: 'link_holder', id: 'link:0123', display: 'a@example.com', accountId: null },
  level: 'manage@1',
  capabilities: ['products.view'],
  wording: { languageCode: 'de', sha256: sha256(canonical), texts },
  scope: { kind: 'all' },
  duration: 'P1Y',
  autoExtend: null,
  endsAt: '2026-03-04T07:41:30.502Z',
  issuedAt: '2025-03-04T07:41:30.502Z',
}
const header = { alg: 'EdDSA', typ: 'clientele-receipt+json', kid: 'rck_1' }
const jws = signed({})

/** Signs as RFC 7515 and RFC 8037 say, with another implementation than the one under test. */
function signed({ payload, head, key }: { payload?: unknown; head?: object; key?: KeyObject }): string {
  const input = signingInput(head ?? header, payload === undefined ? receipt : payload)
  return `${input}.${sign(null, Buffer.from(input), key ?? ours.privateKey).toString('base64url')}`
}

function signingInput(head: object, payload: unknown): string {
  return [head, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
}

function keyPair(kid: string): { privateKey: KeyObject; jwk: ReceiptKey } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const { x = '' } = publicKey.export({ format: 'jwk' })
  return {
    privateKey,
    jwk: {
      kty: 'OKP',
      crv: 'Ed25519',
      x,
      kid,
      alg: 'EdDSA',
      use: 'sig',
      createdAt: '2025-01-01T00:00:00.000Z',
      retiredAt: null,
      revokedAt: null,
    },
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

const verify = (token: string, previous?: string | null) =>
  verifyReceipt(token, [others.jwk, ours.jwk], previous === undefined ? {} : { previous })
const whyNot = async (token: string, previous?: string | null) => {
  const { kind, message } = await failureOf(verify(token, previous))
  expect(kind).toBe('protocol')
  expect(message).toMatch(/^Clientele: the receipt .*\. Do not rely on it\.$/)
  return message
}

describe('a receipt', () => {
  it('that was signed with a published key is read', async () => {
    expect(await verify(jws)).toEqual(receipt)
  })

  it('is checked with the answer of the API as well as with its list', async () => {
    expect(await verifyReceipt(jws, { keys: [ours.jwk] })).toEqual(receipt)
  })

  it('may say more than this version knows', async () => {
    expect(await verify(signed({ payload: { ...receipt, witness: 'x' } }))).toEqual({ ...receipt, witness: 'x' })
  })
})

describe('a receipt is refused', () => {
  const alphabet = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')

  it('with any one bit of any one byte changed', async () => {
    const bytes = Buffer.from(jws, 'latin1')
    const taken: string[] = []
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 1; bit < 256; bit *= 2) {
        const changed = Buffer.from(bytes)
        changed[at] = (bytes[at] ?? 0) ^ bit
        const isTaken = await verify(changed.toString('latin1')).then(
          () => true,
          (error: unknown) => !isClienteleError(error, 'protocol'),
        )
        if (isTaken) taken.push(`byte ${at}, bit ${bit}`)
      }
    }
    expect(taken).toEqual([])
  })

  it('with any other last character, also those that decode to the same signature', async () => {
    const others = [...alphabet, '+', '/', '=', ' ', '\n', '.'].filter((last) => !jws.endsWith(last))
    for (const last of others) expect(await whyNot(jws.slice(0, -1) + last)).toMatch(/is none|was changed/)
  })

  it('with something before, behind or left out', async () => {
    for (const other of [` ${jws}`, `${jws}\n`, `${jws}=`, `${jws}.`, jws.slice(0, -1), `${jws}A`]) {
      expect(await whyNot(other)).toContain('is not a compact JWS')
    }
    expect(await whyNot(jws.slice(1))).toContain('its header cannot be read')
  })

  it('when its payload was changed, and says so', async () => {
    const [, , signature] = jws.split('.')
    const more = signingInput(header, { ...receipt, capabilities: ['products.purchase'] })
    expect(await whyNot(`${more}.${signature}`)).toContain('was changed after it was signed')
  })

  it('when somebody else signed it under the name of our key', async () => {
    expect(await whyNot(signed({ key: others.privateKey }))).toContain('signed by somebody else')
    const stranger = keyPair('rck_3')
    expect(await whyNot(signed({ key: stranger.privateKey, head: { ...header, kid: 'rck_2' } }))).toContain(
      'signed by somebody else',
    )
  })

  it('when its key is not among those given, and says so', async () => {
    const stranger = keyPair('rck_3')
    for (const head of [
      { ...header, kid: 'rck_3' },
      { alg: header.alg, typ: header.typ },
    ]) {
      expect(await whyNot(signed({ key: stranger.privateKey, head }))).toContain('key that is not among those given')
    }
  })

  it('when it brings its key along', async () => {
    const stranger = keyPair('rck_3')
    const head = { ...header, kid: 'rck_3', jwk: stranger.jwk }
    expect(await whyNot(signed({ key: stranger.privateKey, head }))).toContain('key that is not among those given')
    expect(await whyNot(signed({ key: stranger.privateKey, head: { ...head, kid: 'rck_1' } }))).toContain(
      'signed by somebody else',
    )
  })

  it('without a signature: alg none', async () => {
    for (const alg of ['none', 'None', 'NONE', '']) {
      const input = signingInput({ ...header, alg }, receipt)
      expect(await whyNot(`${input}.`)).toContain('is not a compact JWS')
      expect(await whyNot(`${input}.${jws.split('.')[2]}`)).toContain('receipts are signed with EdDSA')
    }
  })

  it('when the public key was used as a shared secret: HS256', async () => {
    const secrets = [ours.jwk.x, Buffer.from(ours.jwk.x, 'base64url'), JSON.stringify(ours.jwk)]
    const why = { HS256: 'is not a compact JWS', HS512: 'signed with EdDSA', EdDSA: 'was changed' }
    const digests = { HS256: 'sha256', HS512: 'sha512', EdDSA: 'sha512' }
    for (const alg of ['HS256', 'HS512', 'EdDSA'] as const) {
      const input = signingInput({ ...header, alg }, receipt)
      for (const secret of secrets) {
        const mac = createHmac(digests[alg], secret).update(input).digest('base64url')
        expect(await whyNot(`${input}.${mac}`)).toContain(why[alg])
      }
    }
  })

  it('when its header asks for what nobody here knows', async () => {
    for (const asked of [
      { crit: ['exp'], exp: 1 },
      { crit: ['b64'], b64: false },
    ]) {
      expect(await whyNot(signed({ head: { ...header, ...asked } }))).toMatch(/was changed|is none/)
    }
  })

  it('when its wording is not the one its hash is of', async () => {
    for (const changed of [
      { ...texts, can: ['Eins.', 'Zwei.', 'Drei.'] },
      { ...texts, can: ['Zwei.', 'Eins.'] },
      { ...texts, cannot: ['Zwei.'], can: ['Eins.'] },
      { ...texts, name: 'Verwalten ' },
    ]) {
      const payload = { ...receipt, wording: { ...receipt.wording, texts: changed } }
      expect(await whyNot(signed({ payload }))).toContain('has a wording that does not match its hash')
    }
  })

  it('when it is another token that we signed', async () => {
    for (const head of [
      { alg: 'EdDSA', kid: 'rck_1' },
      { ...header, typ: 'JWT' },
    ]) {
      expect(await whyNot(signed({ head }))).toContain('it is a token of another kind')
    }
    for (const payload of [{}, [], null, 'text', [receipt], { sub: 'a' }]) {
      expect(await whyNot(signed({ payload }))).toContain('none that this version can read')
    }
  })

  it.each(Object.keys(receipt) as (keyof Receipt)[])('without %s, and names it', async (field) => {
    const { [field]: _, ...payload } = receipt
    expect(await whyNot(signed({ payload }))).toContain(`${field} is not as expected`)
  })

  it.each(['', 'x', 'a.b', 'a.b.c', '..', 'ck_live_0', undefined, null, 7, {}])('that is %j', async (token) => {
    expect(await whyNot(token as string)).toContain('is none')
  })
})

describe('a chain of receipts', () => {
  const second = signed({ payload: { ...receipt, previous: sha256(jws) } })

  it('is looked at where the one before is given', async () => {
    expect(await verify(jws, null)).toMatchObject({ previous: null })
    expect(await verify(second, jws)).toMatchObject({ previous: sha256(jws) })
    expect(await verify(second)).toMatchObject({ previous: sha256(jws) })
  })

  it('with one left out, put in or replaced is refused', async () => {
    for (const [token, previous] of [
      [second, null],
      [second, second],
      [jws, jws],
      [second, `${jws}A`],
    ] as const) {
      expect(await whyNot(token, previous)).toContain('does not follow the one that was given')
    }
  })
})

describe('a receipt whose key was stolen', () => {
  const stolenAt = '2025-04-01T00:00:00.000Z'
  const stolen: ReceiptKey = { ...ours.jwk, retiredAt: stolenAt, revokedAt: stolenAt }
  const keys = [stolen, others.jwk]
  /** What the server signs with the key in use. */
  const voucher = (of: string, key = others.privateKey, kid = 'rck_2') =>
    signed({ payload: { previous: sha256(of) }, head: { ...header, typ: 'clientele-voucher+json', kid }, key })
  const next = (of: string) =>
    signed({ payload: { ...receipt, previous: sha256(of) }, head: { ...header, kid: 'rck_2' }, key: others.privateKey })
  const why = async (token: string, later?: readonly string[], list: readonly ReceiptKey[] = keys) =>
    (await failureOf(verifyReceipt(token, list, later && { later }))).message

  it('is read where another key vouches for it, or a later receipt goes on from it', async () => {
    for (const later of [[voucher(jws)], [next(jws)], [voucher(jws), 'not looked at']]) {
      expect(await verifyReceipt(jws, keys, { later })).toEqual(receipt)
    }
    const second = signed({ payload: { ...receipt, previous: sha256(jws) } })
    expect(await verifyReceipt(jws, keys, { later: [second, next(second)] })).toEqual(receipt)
  })

  it('is refused without, whatever it is dated, and the message says what is missing', async () => {
    for (const later of [undefined, [], [voucher(jws, ours.privateKey, 'rck_1')]]) {
      expect(await why(jws, later)).toMatch(/stolen since \(2025-04-01.*nothing vouches for it.*accessGrants.receipt/)
    }
  })

  it('is refused where it is dated after that, whatever vouches for it', async () => {
    for (const issuedAt of [stolenAt, '2026-01-01T00:00:00.000Z', 'soon']) {
      const late = signed({ payload: { ...receipt, issuedAt } })
      expect(await why(late, [voucher(late)])).toContain('was signed after its key was stolen')
    }
  })

  it('is refused where what came later is of another receipt, was changed, or is no such token', async () => {
    const other = signed({ payload: { ...receipt, id: 'rcp_other' } })
    expect(await why(jws, [voucher(other)])).toContain('not the one that `later` goes on from')
    expect(await why(jws, [next(other)])).toContain('not the one that `later` goes on from')
    expect(await why(jws, [voucher(jws, ours.privateKey)])).toContain('signed by somebody else')
    expect(await why(jws, ['x'])).toContain('is not a compact JWS')
    const login = signed({
      payload: { previous: sha256(jws) },
      head: { ...header, typ: 'JWT', kid: 'rck_2' },
      key: others.privateKey,
    })
    expect(await why(jws, [login])).toContain('a token of another kind')
  })

  it('is refused with any list that knows of it, also beside one that does not', async () => {
    for (const list of [
      [ours.jwk, ...keys],
      [...keys, ours.jwk],
    ]) {
      expect(await why(jws, [], list)).toContain('nothing vouches for it')
    }
  })

  it('is refused by the earlier time of two, in whatever order they are given', async () => {
    const earlier = { ...stolen, revokedAt: '2025-03-01T00:00:00.000Z' }
    for (const list of [
      [earlier, ...keys],
      [...keys, earlier],
    ]) {
      expect(await why(jws, [voucher(jws)], list)).toContain('signed after its key was stolen (2025-03-01')
    }
  })

  it('is no receipt itself: what vouches', async () => {
    expect(await whyNot(voucher(jws))).toContain('a token of another kind')
  })
})

describe('a key that was retired', () => {
  it('is as good as ever for what it signed', async () => {
    const retired = { ...ours.jwk, retiredAt: '2025-04-01T00:00:00.000Z' }
    expect(await verifyReceipt(jws, [retired, others.jwk])).toEqual(receipt)
  })

  it('may have been kept from a server that said nothing of what became of it', async () => {
    const { createdAt: _, retiredAt: __, revokedAt: ___, ...kept } = ours.jwk
    expect(await verifyReceipt(jws, [kept as ReceiptKey])).toEqual(receipt)
  })
})

describe('keys that are none are the caller’s mistake', () => {
  it.each([[[]], [{ keys: [] }], [undefined], [null], [{}]])('%j', async (keys) => {
    const error = await failureOf(verifyReceipt(jws, keys as never))
    expect(error).toMatchObject({ kind: 'usage' })
    expect(error.message).toContain('needs the published keys')
  })

  it('as one that is no point of the curve', async () => {
    const error = await failureOf(verifyReceipt(jws, [{ ...ours.jwk, x: 'AAAA' }]))
    expect(error).toMatchObject({ kind: 'usage' })
    expect(error.message).toContain('rck_1, which is no Ed25519 key')
  })
})
