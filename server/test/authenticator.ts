import { createHash, createHmac, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

/** The six digits of an authenticator app at this time (RFC 6238, SHA-1, 30 seconds). */
export const codeAt = (totpUri: string, at: Date): string => {
  const secret = fromBase32(new URL(totpUri).searchParams.get('secret') ?? '')
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 0xf
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const fromBase32 = (text: string): Buffer => {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

type Options = Readonly<{ challenge: string; user?: unknown }>
const rpId = 'localhost'
const origin = 'http://localhost:3000'
const userPresent = 0x01
const userVerified = 0x04
const attestedData = 0x40

/** A security key in software: what a phone does when it is asked for a passkey (WebAuthn level 2, ES256). */
export const createPasskey = ({ verifiesUser = true } = {}) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  let counter = 0
  const rpHash = createHash('sha256').update(rpId).digest()
  const flags = userPresent | (verifiesUser ? userVerified : 0)
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const head = (extra: number) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(++counter)
    return Buffer.concat([rpHash, Buffer.from([flags | extra]), count])
  }
  const named = (response: Readonly<Record<string, unknown>>) => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  })

  return {
    register: ({ challenge }: Options) => {
      const cose = map(
        [int(1), int(2)],
        [int(3), int(-7)],
        [int(-1), int(1)],
        [int(-2), bytes(x)],
        [int(-3), bytes(y)],
      )
      const idLength = Buffer.from([0, id.length])
      const authData = Buffer.concat([head(attestedData), Buffer.alloc(16), idLength, id, cose])
      const attestation = map(
        [text('fmt'), text('none')],
        [text('attStmt'), map()],
        [text('authData'), blob(authData)],
      )
      return named({
        clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      })
    },
    signIn: ({ challenge }: Options) => {
      const authData = head(0)
      const client = clientData('webauthn.get', challenge)
      const signed = Buffer.concat([authData, createHash('sha256').update(client).digest()])
      return named({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: createSign('sha256').update(signed).sign(privateKey).toString('base64url'),
      })
    },
  }
}

/** As much of CBOR (RFC 8949) as an attestation needs. */
const header = (major: number, value: number): Buffer => {
  if (value < 24) return Buffer.from([(major << 5) | value])
  return Buffer.from(value < 256 ? [(major << 5) | 24, value] : [(major << 5) | 25, value >> 8, value & 0xff])
}
const int = (value: number): Buffer => (value >= 0 ? header(0, value) : header(1, -1 - value))
const blob = (value: Buffer): Buffer => Buffer.concat([header(2, value.length), value])
const bytes = (value: string): Buffer => blob(Buffer.from(value, 'base64url'))
const text = (value: string): Buffer => Buffer.concat([header(3, value.length), Buffer.from(value)])
const map = (...entries: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([header(5, entries.length), ...entries.flat()])
