import { cut } from '#kernel/cut.ts'
import { eInvoiceUnsupportedProfile } from './problems.ts'

/** ZUGFeRD 1.0 has another XML altogether; what is left of it in use is readable as Factur-X by now. */
export const zugferd1 = 'urn:ferd:CrossIndustryDocument:invoice:1p0'

/** EN 16931 itself and everything built on it: XRechnung, Peppol BIS Billing, Factur-X BASIC, EN 16931 and EXTENDED. */
const accepted = ['urn:cen.eu:en16931:2017', `${zugferd1}:basic`, `${zugferd1}:comfort`, `${zugferd1}:extended`]

/** These two say what is to be paid, but not for what. */
const withoutLines = new Map([
  ['minimum', 'MINIMUM'],
  ['basicwl', 'BASIC WL'],
])

export const refuseOtherProfiles = (profile: string, place: string): void => {
  const name = withoutLines.get(profile.slice(profile.lastIndexOf(':') + 1).toLowerCase())
  if (name)
    throw unsupported({
      pointer: '#/lines',
      term: 'BG-25',
      place,
      detail:
        `BG-25, the invoice lines, are missing: the profile ${name} (${profile.slice(-100)}) has none, and an invoice is filled ` +
        'from its lines. Ask for the profile BASIC, EN 16931 or XRechnung, or enter the invoice by hand.',
    })
  if (
    accepted.some((known) => profile === known || profile.startsWith(`${known}#`) || profile.startsWith(`${known}:`))
  )
    return
  throw unsupported({
    pointer: '#/profile',
    term: 'BT-24',
    place,
    detail:
      `BT-24, the specification identifier, is “${cut(profile, 200)}”. What is read here follows EN 16931: ` +
      'XRechnung, Peppol BIS Billing, or Factur-X (ZUGFeRD 2) from BASIC up.',
  })
}

type Refusal = Readonly<{ pointer: string; term: string; place: string; detail: string }>

const unsupported = (refusal: Refusal) => eInvoiceUnsupportedProfile({ errors: [refusal] })
