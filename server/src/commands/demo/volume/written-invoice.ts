import { InvoiceId } from '#modules/invoices/contract.ts'
import type { Invoice } from '#modules/invoices/invoice.ts'
import { sumsOf } from '#modules/invoices/sums.ts'
import { dayOf } from '../day-of.ts'
import type { Chance } from '../random.ts'
import type { Project, VolumeCompany } from './company.ts'
import type { Contractor, Job } from './contractor.ts'
import type { Ids } from './seeded-ids.ts'

const work: readonly [string, ...string[]] = [
  'Design and production',
  'Concept and drafts',
  'Revisions',
  'Shoot and edit',
  'Interviews and notes',
  'Layout',
  'Copy for the newsletter',
  'Colour correction',
  'Review with the team',
]

export type Writer = Readonly<{ contractor: Contractor; job: Job }>
type Told = Readonly<{ chance: Chance; newId: Ids; company: VolumeCompany }>
type When = Readonly<{ at: number; sequence: number }>

export const projectOf = ({ projects }: VolumeCompany, { projectAt }: Job): Project =>
  projects[projectAt % projects.length] ?? projects[0]

/** An invoice as its contractor writes it: hours at the agreed rate, in quarters. */
export const writtenInvoice = (told: Told, { contractor, job }: Writer, { at, sequence }: When): Invoice => {
  const { chance, newId, company } = told
  const project = projectOf(company, job)
  const month = new Date(at).toISOString().slice(0, 7)
  const lines = Array.from({ length: chance.between(1, 3) }, () => ({
    description: `${chance.one(work)}, ${month}`,
    quantity: String(chance.between(8, 160) / 4),
    unit: 'hour',
    unitPrice: `${job.rate}.00`,
    taxRate: '0',
  }))
  const sums = sumsOf(lines, 'USD')
  return {
    ...sums,
    ...blank,
    lines: [...sums.lines],
    id: newId(InvoiceId, at),
    number: `${job.prefix}${String(sequence).padStart(4, '0')}`,
    contractorId: contractor.contractorId,
    contractorName: contractor.profile.displayName,
    engagementId: job.engagementId,
    legalEntityId: company.legalEntity.id,
    legalEntityName: company.legalEntity.name,
    departmentId: project.departmentId,
    departmentName: project.departmentName,
    projectId: project.id,
    projectName: project.name,
    assignmentId: job.assignmentId,
    assignmentTitle: job.title,
    issuedOn: dayOf(at),
    currency: 'USD',
    draftedBy: job.personId,
    movedAt: new Date(at),
  }
}

const blank = {
  status: 'draft',
  periodFrom: null,
  periodTo: null,
  note: '',
  source: 'written',
  fileId: null,
  fileReading: null,
  pdfFileId: null,
  reason: null,
  submittedBy: null,
  submittedAt: null,
  approvedBy: null,
  approvedAt: null,
  contentHash: null,
  version: 1,
} as const
