import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { columbiaAccount, legalEntityNamed, portland } from '#test/organizations-world.ts'
import { createWorld, everyRole, type World } from '#test/world.ts'
import {
  addLegalEntity,
  archiveLegalEntity,
  changeAccount,
  changeEin,
  changeLegalEntity,
  listLegalEntities,
  viewLegalEntity,
} from './contract.ts'
import { legalEntityInUse, legalEntityOf, originatingAccountOf } from './legal-entity-of.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const address = portland
const usAccount = columbiaAccount
const iban = {
  kind: 'iban',
  bankName: 'Deutsche Bank',
  iban: 'DE89 3704 0044 0532 0130 00',
  bic: 'deutdeff',
}

const owner = () => w.member('owner')
let count = 0
const newName = () => {
  count += 1
  return `Northwind ${count} LLC`
}
const added = () => legalEntityNamed(w, newName())
const addedWithoutEin = () => w.done(addLegalEntity, owner(), { name: newName(), address, currency: 'USD' })
const withAccount = async (account: object, entity = added()) => {
  const { id: legalEntityId, version } = await entity
  return w.done(changeAccount, w.member('finance'), { legalEntityId, version, account })
}
const rolesThat = async (does: (role: (typeof everyRole)[number]) => Promise<number>) => {
  const allowed = []
  for (const role of everyRole) if ((await does(role)) === 200) allowed.push(role)
  return allowed
}

describe('who may do what', () => {
  test('owner, admin and legal add and change legal entities', async () => {
    const allowed = await rolesThat(async (role) => {
      const { id: legalEntityId, version } = await added()
      const change = { legalEntityId, version, name: `By ${role}`, address, currency: 'USD' }
      return (await w.ask(changeLegalEntity, w.member(role), change)).status
    })

    expect(allowed).toEqual(['owner', 'admin', 'legal'])
  })

  test('owner and finance put down the account, shortly after proving who they are, and never a key', async () => {
    const { id: legalEntityId } = await added()
    const allowed = await rolesThat(async (role) => {
      const { id, version } = await added()
      return (await w.ask(changeAccount, w.member(role), { legalEntityId: id, version, account: usAccount })).status
    })
    const finance = w.member('finance')
    const asked = { legalEntityId, version: 1, account: usAccount }
    const byKey = await w.ask(
      changeAccount,
      { ...finance, via: 'key', scopes: ['organizations.change-account'] },
      asked,
    )
    const { confirmedAt: _, ...unconfirmed } = finance
    const late = await w.ask(changeAccount, unconfirmed, asked)

    expect(allowed).toEqual(['owner', 'finance'])
    expect(byKey.body).toMatchObject({ type: '/problems/forbidden' })
    expect(late.body).toMatchObject({ type: '/problems/step-up-required' })
  })

  test('every member sees legal entities with their numbers masked; a contractor sees none', async () => {
    const allowed = await rolesThat(async (role) => (await w.ask(listLegalEntities, w.member(role), {})).status)

    expect(allowed).toEqual(everyRole.filter((role) => role !== 'contractor'))
  })
})

describe('refused, each at its place', () => {
  test.each([
    [{ ein: '00-1234567' }, '#/ein'],
    [{ ein: '12-345678' }, '#/ein'],
    [{ address: { ...address, postalCode: '1' } }, '#/address/postalCode'],
    [{ currency: 'usd' }, '#/currency'],
    [{ name: 'x' }, '#/name'],
    [{ bank: 'x' }, '#/bank'],
  ])('a new legal entity with %j', async (wrong, pointer) => {
    const { body } = await w.ask(addLegalEntity, owner(), { name: 'Wrong LLC', address, currency: 'USD', ...wrong })

    expect(body).toMatchObject({ type: '/problems/invalid-input', errors: [{ pointer }] })
  })

  test.each([
    [{ ...usAccount, routingNumber: '021000022' }, '#/account/routingNumber'],
    [{ ...usAccount, accountNumber: '12a' }, '#/account/accountNumber'],
    [{ ...usAccount, achCompanyId: '123' }, '#/account/achCompanyId'],
    [{ ...iban, iban: 'DE98 3704 0044 0532 0130 00' }, '#/account/iban'],
    [{ ...iban, bic: 'DEUT' }, '#/account/bic'],
    [{ ...iban, routingNumber: '021000021' }, '#/account/routingNumber'],
    [{ kind: 'paypal' }, '#/account/kind'],
  ])('an account with %j', async (account, pointer) => {
    const { id: legalEntityId, version } = await added()

    const { body } = await w.ask(changeAccount, w.member('finance'), { legalEntityId, version, account })

    expect(body).toMatchObject({ type: '/problems/invalid-input', errors: [{ pointer }] })
  })

  test('a US account without a company id, while there is no EIN to make one from', async () => {
    const { id: legalEntityId, version } = await addedWithoutEin()
    const change = { legalEntityId, version, account: usAccount }

    const { body } = await w.ask(changeAccount, w.member('finance'), change)

    expect(body).toMatchObject({ errors: [{ pointer: '#/account/achCompanyId' }] })
  })

  test('a second legal entity of the same name', async () => {
    const { name } = await added()

    const { body } = await w.ask(addLegalEntity, owner(), { name: name.toUpperCase(), address, currency: 'USD' })

    expect(body).toMatchObject({ type: '/problems/legal-entity-exists' })
  })

  test('every change of an archived one, which stays readable', async () => {
    const { id: legalEntityId, version, name } = await added()
    await w.done(archiveLegalEntity, owner(), { legalEntityId, version })
    const known = { legalEntityId, version: version + 1 }

    const answers = [
      await w.ask(changeLegalEntity, owner(), { ...known, name: 'Other LLC', address, currency: 'USD' }),
      await w.ask(changeEin, owner(), { ...known, ein: '98-7654321' }),
      await w.ask(changeAccount, owner(), { ...known, account: usAccount }),
      await w.ask(archiveLegalEntity, owner(), known),
    ]

    for (const { body } of answers) expect(body).toMatchObject({ type: '/problems/legal-entity-archived' })
    const seen = await w.done(viewLegalEntity, w.member('auditor'), { legalEntityId })
    expect(seen).toMatchObject({ name, archived: true, can: { change: false } })
    const listed = async (input: object) =>
      (await w.done(listLegalEntities, owner(), input)).items.some(({ id }) => id === legalEntityId)
    expect([await listed({}), await listed({ withArchived: 'true' })]).toEqual([false, true])
    await expect(w.work(owner(), ({ tx }) => legalEntityInUse(tx, legalEntityId))).rejects.toMatchObject({
      slug: 'legal-entity-archived',
      extras: { errors: [{ pointer: '#/legalEntityId', detail: `Archived: ${name}. Choose another.` }] },
    })
  })

  test('an account that half of the columns would hold', async () => {
    const { id } = await withAccount(usAccount)

    await expect(w.sql('update legal_entities set bank_name = null where id = $1', [id])).rejects.toThrow(
      'a_bank_account_is_whole',
    )
    await expect(w.sql('update legal_entities set bank_routing = null where id = $1', [id])).rejects.toThrow(
      'a_us_account_can_send_ach',
    )
  })
})

describe('kept', () => {
  test('the EIN and the numbers of the account lie sealed; only last fours are shown', async () => {
    const entity = await withAccount(usAccount)

    expect(entity).toMatchObject({
      einLast4: '6789',
      account: { kind: 'us', bankName: 'Columbia Bank', routingNumber: '021000021', last4: '7890', bic: null },
      version: 2,
    })
    const [row] = await w.sql('select * from legal_entities where id = $1', [entity.id])
    expect(JSON.stringify(row)).not.toMatch(/123456789|001234567890/)
    expect(JSON.stringify(await w.journal())).not.toMatch(/123456789|001234567890/)
  })

  test('the bank file gets the whole account; without a company id of its own it is a 1 and the EIN', async () => {
    const { id } = await withAccount(usAccount)
    const { id: named } = await withAccount({ ...usAccount, achCompanyId: '9abcdefghi' }, addedWithoutEin())
    const { id: european } = await withAccount(iban)

    const open = await w.work(owner(), async (work) => [
      await originatingAccountOf(work, id),
      await originatingAccountOf(work, named),
      await originatingAccountOf(work, european),
    ])

    expect(open).toEqual([
      {
        kind: 'us',
        bankName: 'Columbia Bank',
        routingNumber: '021000021',
        accountNumber: '001234567890',
        achCompanyId: '1123456789',
      },
      expect.objectContaining({ achCompanyId: '9ABCDEFGHI' }),
      { kind: 'iban', bankName: 'Deutsche Bank', iban: 'DE89370400440532013000', bic: 'DEUTDEFF' },
    ])
  })

  test('a bank file without an account is refused with what to do', async () => {
    const { id } = await added()

    await expect(w.work(owner(), (work) => originatingAccountOf(work, id))).rejects.toMatchObject({
      slug: 'no-originating-account',
    })
  })

  test('one account takes the place of another whole', async () => {
    const { id: legalEntityId, version } = await withAccount(usAccount)

    const changed = await w.done(changeAccount, owner(), { legalEntityId, version, account: { ...iban, bic: null } })

    expect(changed.account).toEqual({
      kind: 'iban',
      bankName: 'Deutsche Bank',
      routingNumber: null,
      bic: null,
      last4: '3000',
    })
  })

  test('a change of name, address or EIN is told by the journal without the values', async () => {
    const { id: legalEntityId, version } = await added()
    const details = { name: 'Northwind Pictures LLC', address: { ...address, line2: 'Floor 3' }, currency: 'USD' }

    const changed = await w.done(changeLegalEntity, owner(), { legalEntityId, version, ...details })
    const { einLast4 } = await w.done(changeEin, owner(), {
      legalEntityId,
      version: changed.version,
      ein: '987654321',
    })

    expect(einLast4).toBe('4321')
    const facts = (await w.journal()).filter(({ data }) => data.legalEntityId === legalEntityId)
    expect(facts.map(({ name, data }) => [name, data.fields])).toEqual([
      ['organizations.legal-entity-added', undefined],
      ['organizations.legal-entity-changed', ['name', 'address']],
      ['organizations.ein-changed', undefined],
    ])
    expect(await w.work(owner(), ({ tx }) => legalEntityOf(tx, legalEntityId))).toMatchObject({
      name: 'Northwind Pictures LLC',
      address: { line2: 'Floor 3' },
    })
  })
})
