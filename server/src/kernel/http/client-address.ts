import { BlockList, isIP } from 'node:net'
import type { Runtime } from '#kernel/runtime.ts'

/** Whether an address is a proxy of ours, whose word about where a request came from is taken. */
export type TrustedProxies = (address: string) => boolean

/** An address such as `10.0.0.7` or a network such as `10.0.0.0/8`, of either family. */
export const isNetwork = (text: string): boolean => {
  const { address, bits } = partsOf(text)
  const family = isIP(address)
  return family !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
}

export const trustedProxies = (networks: readonly string[]): TrustedProxies => {
  const list = new BlockList()
  for (const network of networks) {
    const { address, bits } = partsOf(network)
    list.addSubnet(address, Number(bits ?? (isIP(address) === 4 ? 32 : 128)), familyOf(address))
  }
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address))
}

/** As much of a request's context as is looked at. */
type Asked = Readonly<{
  env?: Readonly<{ incoming?: Readonly<{ socket?: Readonly<{ remoteAddress?: string | undefined }> }> }>
  req: Readonly<{ raw: Readonly<{ headers: Headers }> }>
}>

/** Who is at the other end: what rates are limited by and what a signature is given as evidence. */
export const addressOf = ({ env, req }: Asked, { isTrustedProxy }: Pick<Runtime, 'isTrustedProxy'>): string => {
  const peer = env?.incoming?.socket?.remoteAddress
  return peer === undefined ? 'local' : clientAddress(peer, req.raw.headers, isTrustedProxy)
}

/**
 * The peer of the connection; behind a trusted proxy the last hop that is none of ours. What stands further left in the
 * headers is what anybody likes to write there. A proxy sets one of the two headers and passes the other on as it
 * came, so where both speak and disagree neither is believed.
 */
export const clientAddress = (peer: string, headers: Headers, isTrusted: TrustedProxies): string => {
  const nearest = plain(peer)
  if (!isTrusted(nearest)) return nearest
  const told = [
    hopsIn(headers.get('x-forwarded-for'), (hop) => hop),
    hopsIn(headers.get('forwarded'), forwardedFor),
  ].flatMap((hops) => (hops.length > 0 ? [lastUntrusted([...hops, nearest], isTrusted)] : []))
  const [address = nearest] = told
  return told.every((other) => other === address) ? address : nearest
}

/** From right to left as long as the one who tells is ours. What is no address ends it: then the one who told it stands. */
const lastUntrusted = (hops: readonly string[], isTrusted: TrustedProxies): string => {
  const foreign = hops.findLastIndex((hop) => !isTrusted(hop))
  const hop = hops[Math.max(foreign, 0)] ?? ''
  return isIP(hop) === 0 ? (hops[foreign + 1] ?? '') : hop
}

/** A link-local address may name the interface it was heard on (RFC 4007, 11). */
const withoutZone = (address: string): string => address.split('%', 1)[0] ?? ''

/** One network counts as one: whoever has an IPv6 address has 2^64 of them (RFC 6177). */
export const networkOf = (address: string): string => {
  const plain = withoutZone(address).replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups = [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

const hopsIn = (header: string | null, read: (hop: string) => string): readonly string[] =>
  header === null ? [] : header.split(',').map((hop) => plain(read(hop.trim())))

/** RFC 7239, 4: `for=192.0.2.43;proto=https` or `for="[2001:db8::1]:4711"`. */
const forwardedFor = (hop: string): string => /(?:^|;)\s*for\s*=\s*"?([^";]*)"?/i.exec(hop)?.[1] ?? ''

/** Without a port, brackets, or the form in which an IPv6 socket names an IPv4 peer. */
const plain = (hop: string): string => {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^(\d+(?:\.\d+){3}):\d+$/.exec(hop)?.[1] ?? hop
  return /^::ffff:(\d+(?:\.\d+){3})$/i.exec(bare)?.[1] ?? bare
}

const partsOf = (network: string) => {
  const [address = '', bits, ...rest] = network.split('/')
  return rest.length > 0 ? { address: '', bits: undefined } : { address, bits }
}

const familyOf = (address: string) => (isIP(address) === 4 ? 'ipv4' : 'ipv6')
