import { decimalOf } from '#kernel/money.ts'
import type { ProjectView } from '#modules/work/contract.ts'

/** A project while it is typed. */
export type ProjectValues = {
  name: string
  code: string
  departmentId: string | null
  legalEntityId: string | null
  budget: { amount: string; currency: string }
  startsOn: string | null
  endsOn: string | null
}

export const newProject = (currency: string): ProjectValues => ({
  name: '',
  code: '',
  departmentId: null,
  legalEntityId: null,
  budget: { amount: '', currency },
  startsOn: null,
  endsOn: null,
})

export const typedProject = (project: ProjectView, currency: string): ProjectValues => ({
  name: project.name,
  code: project.code ?? '',
  departmentId: project.departmentId,
  legalEntityId: project.legalEntityId,
  budget: {
    amount: project.budget ? decimalOf(project.budget) : '',
    currency: project.budget?.currency ?? currency,
  },
  startsOn: project.startsOn,
  endsOn: project.endsOn,
})

/** What was left empty is not there; what was not chosen is refused by the command in its own words. */
export const sentProject = ({ code, budget, departmentId, legalEntityId, ...rest }: ProjectValues) => ({
  ...rest,
  code: code.trim() || null,
  departmentId: departmentId ?? '',
  legalEntityId: legalEntityId ?? '',
  budget: budget.amount.trim() === '' ? null : budget,
})
