import { uuidV7 } from '#kernel/ids.ts'
import { addContractor } from '#modules/directory/contract.ts'
import { uploadFile } from '#modules/files/contract.ts'
import { addDepartment } from '#modules/organizations/contract.ts'
import { memberOnFile } from './approvals-world.ts'
import { aContractorType, anEngagement, aRate } from './directory-world.ts'
import { pdf } from './nasty-files.ts'
import { legalEntityNamed } from './organizations-world.ts'
import type { World } from './world.ts'

/** A world with one of everything in it, for tests that walk all endpoints. */
export type Populated = Readonly<{
  otherOrganizationId: Awaited<ReturnType<World['newOrganization']>>
  /** Northwind's object under this parameter name (`contractorId`). */
  ids: (parameter: string) => string
  absentIds: (parameter: string) => string
}>

export const populate = async (w: World): Promise<Populated> => {
  const owner = w.member('owner')
  const known = new Map<string, string>()
  const keep = (parameter: string, { id }: Readonly<{ id: string }>) => known.set(parameter, id)

  keep('departmentId', await w.done(addDepartment, owner, { name: 'Design' }))
  const legalEntity = await legalEntityNamed(w, 'Northwind LLC')
  keep('legalEntityId', legalEntity)
  keep('fileId', await w.done(uploadFile, owner, { name: 'Brief.pdf' }, { upload: pdf }))
  keep('personId', { id: (await memberOnFile(w, 'Dana Whitfield', 'approver')).personId })
  const priya = { displayName: 'Priya Raman', email: 'priya@raman.example', country: 'US' }
  const contractor = await w.done(addContractor, owner, priya)
  keep('contractorId', contractor)
  keep('engagementId', await anEngagement(w, contractor, legalEntity.id))
  keep('rateId', await aRate(w, contractor, '80.00', '2026-12-01'))
  keep('contractorTypeId', await aContractorType(w, 'Designers'))

  return {
    otherOrganizationId: await w.newOrganization('harbor'),
    ids: (parameter) => {
      const found = known.get(parameter)
      if (!found) throw new Error(`populate.ts makes nothing that is addressed by ${parameter}.`)
      return found
    },
    absentIds: () => uuidV7(w.now(), new Uint8Array(10)),
  }
}
