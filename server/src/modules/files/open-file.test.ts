import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { uuidV7 } from '#kernel/ids.ts'
import { changeContractor } from '#modules/directory/contract.ts'
import { addDepartment } from '#modules/organizations/contract.ts'
import { aContractor } from '#test/directory-world.ts'
import { pdf } from '#test/nasty-files.ts'
import { createWorld, everyRole, type World } from '#test/world.ts'
import {
  downloadFile,
  type FileId,
  openMyProtectedFile,
  openProtectedFile,
  uploadFile,
  viewFile,
} from './contract.ts'
import { type Attachment, attachFile, filesOf, readFile, storeFile } from './index.ts'

let w: World
let manager: Actor
/** What files belong to where a test does not say otherwise. */
let subjectId: string
beforeAll(async () => {
  w = await createWorld()
  manager = w.member('manager')
  subjectId = (await aContractor(w)).id
})
afterAll(() => w.close())

let count = 0
const newId = () => {
  count += 1
  return uuidV7(w.now(), new Uint8Array(10).fill(count))
}
const contractor = (contractorId: string): Actor => ({ ...w.member('contractor'), contractorId })
const uploadedBy = async (actor: Actor): Promise<FileId> =>
  (await w.done(uploadFile, actor, { name: 'Insurance.pdf' }, { upload: pdf })).id
const attachedBy = async (actor: Actor, attachment: Partial<Attachment> = {}): Promise<FileId> => {
  const fileId = await uploadedBy(actor)
  await w.work(actor, (work) => attachFile(work, fileId, { subjectId, sensitivity: 'normal', ...attachment }))
  return fileId
}
const statusFor = async (actor: Actor, fileId: FileId) => (await w.ask(downloadFile, actor, { fileId })).status

describe('who is told that there is no such file', () => {
  test('everybody but the uploader, while nothing has taken it up', async () => {
    const fileId = await uploadedBy(manager)

    expect(await statusFor(w.member('owner'), fileId)).toBe(404)
    expect(await statusFor(manager, fileId)).toBe(200)
  })

  test('everybody of another organization', async () => {
    const fileId = await attachedBy(manager)
    const elsewhere = w.memberOf(await w.newOrganization('harbor'), 'owner')

    const { status, body } = await w.ask(viewFile, elsewhere, { fileId })

    expect(status).toBe(404)
    expect(body).toMatchObject({ type: '/problems/file-not-found' })
  })

  test('another contractor, and the same one about what the company keeps to itself', async () => {
    const theirs = newId()
    const shared = await attachedBy(manager, { contractorId: theirs })
    const internal = await attachedBy(manager)

    expect(await statusFor(contractor(newId()), shared)).toBe(404)
    expect(await statusFor(contractor(theirs), internal)).toBe(404)
    expect(await statusFor(contractor(theirs), shared)).toBe(200)
  })

  test('a member who is limited to other departments than that of its object, wherever it was when the file came', async () => {
    const design = await w.done(addDepartment, w.member('owner'), { name: 'Design' })
    const designer = await aContractor(w)
    const fileId = await attachedBy(manager, { subjectId: designer.id })
    expect(await statusFor({ ...w.member('manager'), departmentIds: [design.id] }, fileId)).toBe(404)
    const { id: contractorId, version, displayName, email, country } = designer
    const moved = { contractorId, version, displayName, email, country, departmentId: design.id }
    await w.done(changeContractor, w.member('owner'), moved)

    expect(await statusFor({ ...w.member('manager'), departmentIds: [newId()] }, fileId)).toBe(404)
    expect(await statusFor({ ...w.member('manager'), departmentIds: [design.id] }, fileId)).toBe(200)
  })

  test('about a protected file, every role but owner, legal and finance', async () => {
    const theirs = newId()
    const fileId = await attachedBy(contractor(theirs), { contractorId: theirs, sensitivity: 'protected' })

    const see = []
    for (const role of everyRole)
      if ((await w.ask(viewFile, w.member(role), { fileId })).status === 200) see.push(role)

    expect(see).toEqual(['owner', 'finance', 'legal'])
    expect((await w.ask(viewFile, contractor(theirs), { fileId })).status).toBe(200)
  })

  test('a key that was not made for files', async () => {
    const fileId = await attachedBy(manager)
    const key: Actor = { ...manager, via: 'key', scopes: ['directory.list-contractors'] }

    expect(await statusFor(key, fileId)).toBe(403)
    expect(await statusFor({ ...key, scopes: ['files.open'] }, fileId)).toBe(200)
  })
})

describe('a protected file', () => {
  const reason = 'Checking the name'
  const open = async (actor: Actor, fileId: FileId, said = reason) =>
    w.ask(openProtectedFile, actor, { fileId, reason: said })
  const ticketOf = ({ body }: Awaited<ReturnType<typeof open>>) => (body as { ticket: string }).ticket
  const withTicket = async (actor: Actor, fileId: FileId, ticket: string) =>
    (await w.ask(downloadFile, actor, { fileId, ticket })).status

  test('does not open without a reason, without proving who asks, or by a key', async () => {
    const fileId = await attachedBy(manager, { sensitivity: 'protected' })
    const legal = w.member('legal')
    const { confirmedAt: _, ...unconfirmed } = legal

    expect((await w.ask(downloadFile, legal, { fileId })).body).toMatchObject({ type: '/problems/opening-required' })
    expect((await open(legal, fileId, ' ')).body).toMatchObject({ errors: [{ pointer: '#/reason' }] })
    expect((await open(unconfirmed, fileId)).body).toMatchObject({ type: '/problems/step-up-required' })
    expect((await open({ ...legal, via: 'key', scopes: ['files.open-protected'] }, fileId)).status).toBe(404)
    expect((await open(manager, fileId)).status).toBe(404)
  })

  test('opens for five minutes to whoever left word, and to nobody else', async () => {
    const fileId = await attachedBy(manager, { sensitivity: 'protected' })
    const other = await attachedBy(manager, { sensitivity: 'protected' })
    const [legal, finance] = [w.member('legal'), w.member('finance')]

    const ticket = ticketOf(await open(legal, fileId))

    expect(await withTicket(legal, fileId, ticket)).toBe(200)
    expect(await withTicket(finance, fileId, ticket)).toBe(403)
    expect(await withTicket(legal, other, ticket)).toBe(403)
    expect(await withTicket(legal, fileId, ticket.replace(/^1/, '2'))).toBe(403)
    expect(await withTicket(legal, fileId, `${ticket}x`)).toBe(403)
    expect(await w.journal()).toContainEqual({
      name: 'files.protected-opened',
      data: expect.objectContaining({ fileId, reason }),
      personId: legal.personId,
      via: 'session',
    })
    w.advance(5 * 60_000)
    expect(await withTicket(legal, fileId, ticket)).toBe(403)
    w.advance(-5 * 60_000)
  })

  test('is shut again once the session or the role is over in which it was opened', async () => {
    const fileId = await attachedBy(manager, { sensitivity: 'protected' })
    const legal = w.member('legal')
    const ticket = ticketOf(await open(legal, fileId))

    const laterSession = { ...legal, confirmedAt: new Date(w.now().getTime() + 1_000) }

    expect(await withTicket(laterSession, fileId, ticket)).toBe(403)
    expect(await withTicket({ ...legal, roles: ['auditor'] }, fileId, ticket)).not.toBe(200)
    expect(await withTicket(legal, fileId, ticket)).toBe(200)
  })

  test('does not open by its address alone, not even to the contractor it is about', async () => {
    const theirs = newId()
    const fileId = await attachedBy(manager, { sensitivity: 'protected', contractorId: theirs })
    const them = contractor(theirs)
    const { confirmedAt: _, ...unconfirmed } = them
    const openOwn = (actor: Actor) => w.ask(openMyProtectedFile, actor, { fileId })

    expect((await w.ask(downloadFile, them, { fileId })).body).toMatchObject({ type: '/problems/opening-required' })
    expect((await openOwn(unconfirmed)).body).toMatchObject({ type: '/problems/step-up-required' })
    expect((await openOwn({ ...them, via: 'key', scopes: ['files.open', 'files.open-my-protected'] })).status).toBe(
      403,
    )
    expect((await openOwn(contractor(newId()))).status).toBe(404)
    expect((await openOwn(w.member('legal'))).status).toBe(403)
    expect((await openOwn(manager)).status).toBe(404)
  })

  test('opens to the contractor it is about without a reason, and that is recorded', async () => {
    const theirs = newId()
    const fileId = await attachedBy(manager, { sensitivity: 'protected', contractorId: theirs })
    const them = contractor(theirs)

    const { ticket } = await w.done(openMyProtectedFile, them, { fileId })

    expect(await withTicket(them, fileId, ticket)).toBe(200)
    expect(await withTicket(w.member('legal'), fileId, ticket)).toBe(403)
    expect((await w.journal()).filter(({ name }) => name === 'files.own-opened')).toMatchObject([
      { data: { fileId, contractorId: theirs } },
    ])
  })

  test('counts as a look at a protected value: after 20 a day it is over', async () => {
    const fileId = await attachedBy(manager, { sensitivity: 'protected' })
    const owner = w.member('owner')
    for (let look = 1; look <= 20; look += 1) await w.done(openProtectedFile, owner, { fileId, reason })

    expect((await open(owner, fileId)).body).toMatchObject({ type: '/problems/reveal-limit-reached' })
  })
})

describe('taking up a file', () => {
  const attachment = { subjectId: '0199a000-0000-7000-8000-00000000000b', sensitivity: 'normal' } as const

  test('that somebody else has uploaded is refused', async () => {
    const fileId = await uploadedBy(manager)

    await expect(w.work(w.member('owner'), (work) => attachFile(work, fileId, attachment))).rejects.toMatchObject({
      slug: 'file-not-found',
    })
  })

  test('a second time is refused', async () => {
    const fileId = await attachedBy(manager)

    await expect(w.work(manager, (work) => attachFile(work, fileId, attachment))).rejects.toMatchObject({
      slug: 'file-already-used',
    })
  })

  test('of a kind that makes no sense there is refused', async () => {
    const fileId = await uploadedBy(manager)

    await expect(
      w.work(manager, (work) => attachFile(work, fileId, { ...attachment, accept: ['image/png'] })),
    ).rejects.toMatchObject({ slug: 'other-file-wanted', extras: { accepted: ['image/png'] } })
  })

  test('gives it to its object, from whose files it can be read', async () => {
    const { id: own } = await aContractor(w)
    const fileId = await attachedBy(manager, { subjectId: own })

    const [files, bytes] = await w.work(manager, (work) =>
      Promise.all([filesOf(work.tx, own), readFile(work, fileId)]),
    )

    expect(files.map(({ id }) => id)).toEqual([fileId])
    expect(Buffer.from(bytes)).toEqual(Buffer.from(pdf))
  })
})

test('a file is shown in place, runs nothing and is kept by nobody on the way', async () => {
  const fileId = await attachedBy(manager)

  const { headers, text } = await w.ask(downloadFile, manager, { fileId })

  expect(text.startsWith('%PDF')).toBe(true)
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': "inline; filename*=UTF-8''Insurance.pdf",
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
})

test('text is saved, never shown', async () => {
  const actor = w.member('finance')
  const { id: fileId } = await w.done(uploadFile, actor, { name: 'a b; "c".txt' }, { upload: Buffer.from('<3') })

  const { headers } = await w.ask(downloadFile, actor, { fileId })

  expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''a%20b%3B%20c.txt")
})

test('a document made by Muster belongs to its contractor from the start', async () => {
  const { id: contractorId } = await aContractor(w)

  const fileId = await w.work(manager, (work) =>
    storeFile(work, {
      name: 'Remittance.pdf',
      mediaType: 'application/pdf',
      bytes: pdf,
      sensitivity: 'normal',
      contractorId,
    }),
  )

  expect(await statusFor(contractor(contractorId), fileId)).toBe(200)
  expect(await statusFor(w.member('finance'), fileId)).toBe(200)
})

test('the database lets nobody turn a stored file into another one', async () => {
  const fileId = await attachedBy(manager)
  const change = (set: string) =>
    w.work(manager, ({ tx }) => tx.named({ name: set, text: `update files set ${set} where id = $1` }, [fileId]))

  await expect(change("sha256 = repeat('0', 64)")).rejects.toThrow('permission denied')
  await expect(change("name = 'x'")).rejects.toThrow('permission denied')
})

test('a file that is opened in a browser by itself can run nothing, load nothing and be framed by nobody', async () => {
  const { headers } = await w.ask(downloadFile, manager, { fileId: await attachedBy(manager) })

  expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('DENY')
})
