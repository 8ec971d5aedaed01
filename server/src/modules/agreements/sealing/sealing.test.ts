import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyPdf } from '#kernel/documents/verify.ts'
import { setUp } from '#modules/access/contract.ts'
import { makeSetUpLink } from '#modules/access/index.ts'
import { listTemplates } from '#modules/agreements/contract.ts'
import { contract } from '#test/sealed.ts'
import { createWorld, type World } from '#test/world.ts'
import { sealDocument } from './seal-document.ts'
import { makeCertificate, sealerOf } from './sealing-certificate.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const rows = () => w.sql('select * from sealing_certificates where organization_id = $1', [w.northwind])

test('no key lies open in the database, and one organization does not open another’s', async () => {
  await w.work(w.member('owner'), makeCertificate)
  const other = await w.newOrganization('harbor')

  const [row] = await rows()
  await w.sql(
    'insert into sealing_certificates select $1, certificate, certificate_sha256, root_certificate, signing_key_sealed, root_key_sealed, made_at from sealing_certificates',
    [other],
  )

  expect(row?.signing_key_sealed).toMatch(/^v1\./)
  await expect(w.work(w.memberOf(other, 'owner'), sealerOf)).rejects.toThrow()
})

test('ten documents at once are sealed with one certificate', async () => {
  const seals = await Promise.all(
    Array.from({ length: 10 }, () =>
      w.work(w.member('owner'), async (work) =>
        sealDocument({ ...w.runtime.outside, now: work.now }, await contract(), {
          sealer: await sealerOf(work),
          reason: 'At once',
        }),
      ),
    ),
  )

  const signers = seals.map((pdf) => verifyPdf(pdf)).map(({ valid, signer }) => valid && signer?.certificateSha256)
  expect(new Set(signers).size).toBe(1)
  expect(await rows()).toMatchObject([{ certificate_sha256: signers[0] }])
})

test('an organization that was just set up can seal, and send its first agreement', async () => {
  const token = new URL((await makeSetUpLink(w.runtime)) ?? '').hash.slice(1)
  await w.done(setUp, w.member(), {
    token,
    organization: { slug: 'fresh', name: 'Fresh Studio', timeZone: 'Europe/Berlin', currency: 'EUR' },
    owner: { name: 'Maya Lindqvist', email: 'maya@fresh.example', password: 'correct horse battery' },
  })
  const [{ organization_id: organizationId }] = await w.sql(
    `select organization_id from organizations where slug = 'fresh'`,
  )

  await w.deliver(organizationId)

  const { items } = await w.done(listTemplates, w.memberOf(organizationId, 'owner'), {})
  expect(items).toMatchObject([
    { name: 'Non-disclosure agreement', kind: 'nda', fields: [], note: expect.stringContaining('lawyer') },
  ])
  expect((await w.journal(organizationId)).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['agreements.certificate-made', 'agreements.template-added']),
  )
  expect(await w.sql('select 1 from deliveries where organization_id = $1', [organizationId])).toEqual([])
})
