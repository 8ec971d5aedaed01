/** Every zone this browser knows. Some leave UTC out, which is what servers and some people live in. */
export const timeZones: readonly string[] = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])]
