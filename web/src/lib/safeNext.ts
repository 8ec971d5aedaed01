/** Where to go after signing in: only a page of ours. An address of another site in a link is a lure. */
export const safeNext = (next: unknown): string => {
  if (typeof next !== 'string' || !next.startsWith('/')) return '/'
  const target = new URL(next, window.location.origin)
  return target.origin === window.location.origin ? `${target.pathname}${target.search}${target.hash}` : '/'
}
