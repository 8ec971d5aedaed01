import type { OrganizationId, PersonId } from '#kernel/ids.ts'
import type { ContractorTypeId } from '#modules/directory/contract.ts'
import type { DepartmentId, LegalEntityId } from '#modules/organizations/contract.ts'
import type { ProjectId } from '#modules/work/contract.ts'

/** Who acts for the company in a volume. */
export type Staff = Readonly<Record<'owner' | 'manager' | 'finance' | 'releaser' | 'legal', PersonId>>

export type Project = Readonly<{
  id: ProjectId
  name: string
  departmentId: DepartmentId
  departmentName: string
}>

/** What the company has in place before its contractors come. */
export type VolumeCompany = Readonly<{
  organizationId: OrganizationId
  legalEntity: Readonly<{ id: LegalEntityId; name: string }>
  projects: readonly [Project, ...Project[]]
  departmentIds: readonly [DepartmentId, ...DepartmentId[]]
  typeIds: readonly [ContractorTypeId, ...ContractorTypeId[]]
  staff: Staff
  /** Above this two people approve. */
  policy: Readonly<{ version: number; secondAboveMinor: bigint }> | null
}>
