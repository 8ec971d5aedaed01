const browsers = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
] as const

const systems = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMacintosh\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
] as const

type Known = readonly (readonly [string, RegExp])[]
const nameIn = (userAgent: string, known: Known) => known.find(([, signs]) => signs.test(userAgent))?.[0]

/**
 * "Firefox on Windows", from what a browser says of itself. Enough to tell one's own devices apart; it proves nothing,
 * because a browser may say what it likes. Edge and Opera also call themselves Chrome, so they are looked for first.
 */
export const deviceOf = (userAgent: string): string => {
  const browser = nameIn(userAgent, browsers)
  const system = nameIn(userAgent, systems)
  if (browser && system) return `${browser} on ${system}`
  return browser ?? system ?? 'Another program'
}
