import { z } from 'zod'
import { ContractorView } from '#modules/directory/contract.ts'

const wire = {
  id: '01930000-0000-7000-8000-000000000010',
  displayName: 'Priya Raman',
  email: 'priya@raman.example',
  phone: '+1 503 555 0100',
  country: 'US',
  region: 'OR',
  city: 'Portland',
  timeZone: 'America/Los_Angeles',
  headline: 'Motion designer',
  about: 'Title sequences and the odd exhibition.',
  website: 'https://raman.example/',
  skills: ['After Effects', 'Motion design'],
  typeId: null,
  typeName: null,
  departmentId: null,
  departmentName: null,
  externalId: 'V-1017',
  status: 'active',
  availability: 'limited',
  availableFrom: '2026-12-14',
  availabilityNote: 'Two days a week',
  availabilitySetAt: '2026-11-20T09:00:00Z',
  movedAt: '2026-11-01T09:00:00Z',
  doNotEngage: false,
  doNotEngageSince: null,
  doNotEngageReason: null,
  rates: [],
  blockers: [],
  version: 3,
  can: { change: true, seeRates: true, changeRates: true, ban: false, moveTo: ['paused', 'ended'] },
}

/** Priya as the server sends her, with what a test needs otherwise. */
export const priyaOnTheWire = (other: Partial<Record<keyof typeof wire, unknown>> = {}) => ({ ...wire, ...other })

/** Priya as a page has her. */
export const priya = (other: Partial<Record<keyof typeof wire, unknown>> = {}): ContractorView =>
  z.decode(ContractorView, priyaOnTheWire(other) as z.input<typeof ContractorView>)
