import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviceCookie, deviceIdIn } from './known-device.ts'
import { cookieIn, createUnsigned, sessionCookieName, signed, unsigned } from './session-cookie.ts'

const secret = 'a secret that is long enough to sign with'

test('a cookie that anything was changed in is none', () => {
  const cookie = decodeURIComponent(signed('a-token', secret))

  fc.assert(
    fc.property(fc.nat(cookie.length - 3), fc.constantFrom(...'abcXYZ0189'), (place, sign) => {
      fc.pre(cookie[place] !== sign)
      expect(
        unsigned(encodeURIComponent(cookie.slice(0, place) + sign + cookie.slice(place + 1)), secret),
      ).toBeUndefined()
    }),
  )
})

test.each(['', '.', 'token', 'token.', '.AAAA', '%', '%E0%A4%A', 'token.%%'])(
  '"%s" is no cookie of ours',
  (value) => {
    expect(unsigned(value, secret)).toBeUndefined()
  },
)

test('one signature has one spelling', () => {
  const cookie = signed('a-token', secret)
  const plain = decodeURIComponent(cookie)
  const others = [
    plain,
    cookie.toLowerCase(),
    cookie.replace(/%3D$/, ''),
    encodeURIComponent(`${plain.slice(0, -1)}`),
    encodeURIComponent(`${plain}=`),
    encodeURIComponent(plain.replace(/.=$/, (end) => String.fromCharCode(end.charCodeAt(0) + 1) + end.slice(1))),
    encodeURIComponent(plain.replaceAll('+', '-').replaceAll('/', '_')),
    encodeURIComponent(plain.replace('.', '. ')),
    `${cookie}%20`,
    cookie.replace('a', '%61'),
  ].filter((other) => other !== cookie)

  expect(others.length).toBeGreaterThan(7)
  for (const other of others) expect([other, unsigned(other, secret)]).toEqual([other, undefined])
})

test('what was signed with another secret is none', () => {
  expect(unsigned(signed('a-token', 'another secret'), secret)).toBeUndefined()
})

test('what was signed is read again, dots and all', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w.:@-]{1,40}$/), (text) => {
      expect(unsigned(signed(text, secret), secret)).toBe(text)
    }),
  )
})

test('a cookie that was looked at before is read the same, and a false one is none however often it comes', () => {
  const read = createUnsigned(secret)
  const [own, forged] = [signed('a-token', secret), signed('a-token', 'another secret')]

  expect([read(forged), read(own), read(own), read(forged)]).toEqual([undefined, 'a-token', 'a-token', undefined])
})

test('over https the browser itself holds the cookie to this host', () => {
  expect(sessionCookieName('https://muster.example')).toBe('__Host-muster.session_token')
  expect(sessionCookieName('http://localhost:3000')).toBe('muster.session_token')
})

test('a cookie is found by its whole name', () => {
  const headers = new Headers({ cookie: 'xmuster.device=1; muster.device=2; muster.device2=3' })

  expect(cookieIn(headers, 'muster.device')).toBe('2')
  expect(cookieIn(headers, 'device')).toBeUndefined()
})

test('a device is known for the one it was left for, and for nobody else', () => {
  const cookie = deviceCookie('https://muster.example', secret, { id: 'd1', email: 'dana@northwind.example' })
  const value = /=([^;]+)/.exec(cookie)?.[1]

  expect(deviceIdIn(value, secret, 'dana@northwind.example')).toBe('d1')
  expect(deviceIdIn(value, secret, 'lee@northwind.example')).toBeUndefined()
  expect(cookie).toMatch(/^__Host-muster\.device=.*; Path=\/; HttpOnly; SameSite=Strict; Secure$/)
})
