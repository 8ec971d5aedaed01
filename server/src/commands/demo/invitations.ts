import { machine } from '#kernel/actor.ts'
import { addDays, dayIn } from '#kernel/dates.ts'
import type { Statement } from '#kernel/db.ts'
import { LinkId } from '#modules/access/contract.ts'
import { linkAddress } from '#modules/access/index.ts'
import { addContractor } from '#modules/directory/contract.ts'
import { acceptPortalInvitation, inviteContractor } from '#modules/onboarding/contract.ts'
import { cast, demoPassword } from './cast.ts'
import type { Company } from './company.ts'
import { person } from './names.ts'
import type { Stage } from './stage.ts'

const linkOf: Statement = {
  name: 'demo.invitation-link',
  text: 'select link_id as "linkId" from onboardings where organization_id = $1 and id = $2',
}

/** People who were asked to join lately: some have said yes and stand before their first step. */
export const inviteSome = async (stage: Stage, company: Company, count: number): Promise<void> => {
  const { chance, perform } = stage
  const dana = stage.as(company.people.dana, cast.dana.roles)
  for (let place = 0; place < count; place += 1) {
    const profile = { ...person(chance, 200_000 + place), departmentId: company.departmentIds[place % 3] ?? null }
    const { id: contractorId } = await perform(addContractor, dana, profile)
    const onboarding = await perform(inviteContractor, dana, {
      contractorId,
      legalEntityId: company.legalEntityId,
      startsOn: addDays(dayIn('America/Los_Angeles', stage.now()), 14),
      message: 'We look forward to the spring campaign.',
    })
    await stage.deliver()
    if (place % 2 === 0) await accept(stage, onboarding.id, profile.displayName)
  }
}

/** As from the mail: the link in it is the permission. */
const accept = async (stage: Stage, onboardingId: string, name: string): Promise<void> => {
  const stranger = machine(stage.organizationId)
  let token = ''
  await stage.work(stranger, async ({ tx, baseUrl, secrets }) => {
    const [row] = await tx.named<{ linkId: string }>(linkOf, [tx.organizationId, onboardingId])
    const link = {
      purpose: 'portal-invitation',
      organizationId: tx.organizationId,
      linkId: LinkId.parse(row?.linkId),
    } as const
    token = linkAddress({ baseUrl, secrets }, link).split('#')[1] ?? ''
    return []
  })
  await stage.perform(acceptPortalInvitation, stranger, { token, name, password: demoPassword })
  await stage.deliver()
}
