import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clientAddress, isNetwork, networkOf, trustedProxies } from './client-address.ts'

const ours = trustedProxies(['10.0.0.0/8', '192.0.2.7', '2001:db8:1::/48'])
const address = (peer: string, headers: Record<string, string>) => clientAddress(peer, new Headers(headers), ours)

test.each(['10.0.0.0/33', '10.0.0', 'proxy.example.com', '10.0.0.0/8/8', '10.0.0.1/', '::1/129', '10.0.0.1/x', ''])(
  '%s is no network',
  (text) => {
    expect(isNetwork(text)).toBe(false)
  },
)

test.each(['10.0.0.0/8', '192.0.2.7', '::1', '2001:db8::/32', '0.0.0.0/0'])('%s is a network', (text) => {
  expect(isNetwork(text)).toBe(true)
})

describe('not believed', () => {
  test('anything that a peer says who is no proxy of ours', () => {
    expect(address('203.0.113.17', { 'x-forwarded-for': '198.51.100.1' })).toBe('203.0.113.17')
    expect(address('203.0.113.17', { forwarded: 'for=198.51.100.1' })).toBe('203.0.113.17')
  })

  test('anything at all while no proxy is named', () => {
    const headers = new Headers({ 'x-forwarded-for': '198.51.100.1' })

    expect(clientAddress('127.0.0.1', headers, trustedProxies([]))).toBe('127.0.0.1')
  })

  test('what the client wrote before its own address', () => {
    expect(address('10.0.0.1', { 'x-forwarded-for': '198.51.100.1, 203.0.113.9, 10.2.0.1' })).toBe('203.0.113.9')
    expect(address('10.0.0.1', { 'x-forwarded-for': '10.9.9.9, 203.0.113.9' })).toBe('203.0.113.9')
  })

  test('two headers that disagree: one of them came from the client', () => {
    const headers = { 'x-forwarded-for': '198.51.100.1', forwarded: 'for=203.0.113.9' }

    expect(address('10.0.0.1', headers)).toBe('10.0.0.1')
  })

  test.each(['unknown', '_hidden', '', 'nonsense', '10.0.0.1.evil', '198.51.100.1, '])(
    'a hop that is no address: "%s"',
    (hop) => {
      expect(address('10.0.0.1', { 'x-forwarded-for': hop })).toBe('10.0.0.1')
      expect(address('10.0.0.1', { 'x-forwarded-for': `203.0.113.9, ${hop}, 10.0.0.2` })).toBe('10.0.0.2')
    },
  )
})

describe('behind a proxy of ours', () => {
  test.each([
    [{ 'x-forwarded-for': '203.0.113.9' }, '203.0.113.9'],
    [{ 'x-forwarded-for': '203.0.113.9:4711' }, '203.0.113.9'],
    [{ 'x-forwarded-for': '2001:db8::9' }, '2001:db8::9'],
    [{ 'x-forwarded-for': '[2001:db8::9]:4711, 2001:db8:1::2' }, '2001:db8::9'],
    [{ forwarded: 'for=203.0.113.9;proto=https;by=10.0.0.1' }, '203.0.113.9'],
    [{ forwarded: 'proto=https;For="[2001:db8::9]:4711", for=192.0.2.7' }, '2001:db8::9'],
    [{ 'x-forwarded-for': '203.0.113.9', forwarded: 'for=203.0.113.9' }, '203.0.113.9'],
    [{ 'x-forwarded-for': '10.3.0.1, 10.2.0.1' }, '10.3.0.1'],
    [{}, '10.0.0.1'],
  ])('%o comes from %s', (headers, expected) => {
    expect(address('10.0.0.1', headers)).toBe(expected)
    expect(address('::ffff:10.0.0.1', headers)).toBe(expected)
  })

  test('whatever a client writes to the left of its own address changes nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]{0,60}$/), (written) => {
        expect(address('10.0.0.1', { 'x-forwarded-for': `${written}, 203.0.113.9` })).toBe('203.0.113.9')
      }),
    )
  })
})

describe('one network counts as one', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::1', '2001:db8:1:2'],
    ['2001:DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['local', 'local'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
