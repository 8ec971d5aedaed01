import { fork } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { certificatesOf, contract, publicPartOf, sealerOf, signedAt } from '#test/sealed.ts'
import { createDocuments, type Documents } from './documents.ts'
import { strokesOf } from './image.ts'
import { verifyPdf } from './verify.ts'

const template = join(import.meta.dirname, 'picture-check.typ')
const createdAt = new Date('2026-11-12T16:20:11Z')
const picture = strokesOf({ path: 'M 1 1 L 20 20', width: 30, height: 30 })!
const request = { template, data: {}, createdAt, images: { picture } }

const opened: Documents[] = []
const open = (limits: Partial<Parameters<typeof createDocuments>[0]> = {}): Documents => {
  const documents = createDocuments({ idleMs: 5_000, longestMs: 30_000, documentsPerPress: 200, ...limits })
  opened.push(documents)
  return documents
}
afterEach(async () => {
  for (const documents of opened.splice(0)) await documents.close()
})

const read = (pid: number | string, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
const isRunning = (pid: number | string): boolean => /^State:\t[^Z]/m.test(read(pid, 'status'))

/** The presses that a process has started and that still run. */
const presses = (parent = process.pid): readonly number[] =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && isRunning(pid))
    .filter(
      (pid) => read(pid, 'status').includes(`\nPPid:\t${parent}\n`) && read(pid, 'cmdline').includes('press.ts'),
    )
    .map(Number)

const onLinux = test.skipIf(process.platform !== 'linux')

test('a document that cannot be set is refused, and the next one is made', async () => {
  const documents = open()

  await expect(documents.render({ ...request, images: {} })).rejects.toThrow('could not be set')
  expect((await documents.render(request)).length).toBeGreaterThan(1_000)
})

test('a document that takes too long is given up, and the next one is made by a new press', async () => {
  const documents = open({ longestMs: 1 })

  await expect(documents.render(request)).rejects.toThrow('took too long')
  const patient = open()
  expect((await patient.render(request)).length).toBeGreaterThan(1_000)
})

onLinux('a press that dies loses one document, and the next one is made', async () => {
  const documents = open()
  await documents.render(request)
  const lost = documents.render(request)
  for (const pid of presses()) process.kill(pid, 'SIGKILL')
  await lost.catch(() => undefined)

  expect((await documents.render(request)).length).toBeGreaterThan(1_000)
})

onLinux(
  'nothing is started before the first document, and what was started ends when there is nothing to do',
  async () => {
    const documents = open({ idleMs: 50 })
    expect(presses()).toHaveLength(0)

    await documents.render(request)
    expect(presses()).toHaveLength(1)
    await sleep(400)

    expect(presses()).toHaveLength(0)
  },
)

onLinux('a press is replaced after so many documents, and none is lost on the way', async () => {
  const documents = open({ documentsPerPress: 3 })
  const seen = new Set<number>()
  for (let count = 0; count < 7; count += 1) {
    expect((await documents.render(request)).length).toBeGreaterThan(1_000)
    for (const pid of presses()) seen.add(pid)
  }

  expect(seen.size).toBe(3)
  expect(presses()).toHaveLength(1)
})

onLinux('closing waits for what was asked for and leaves nothing running', async () => {
  const documents = open()
  const asked = [documents.render(request), documents.render(request), documents.render(request)]

  await documents.close()

  expect((await Promise.all(asked)).every((pdf) => pdf.length > 1_000)).toBe(true)
  expect(presses()).toHaveLength(0)
})

onLinux('the press ends with its server, however that ends', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-press-'))
  const script = join(folder, 'server.ts')
  writeFileSync(
    script,
    `import { createDocuments } from ${JSON.stringify(join(import.meta.dirname, 'documents.ts'))}
const documents = createDocuments()
await documents.draws({ format: 'svg', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>') })
process.send('ready')
setInterval(() => undefined, 1000)`,
  )
  const server = fork(script, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await new Promise((resolve) => server.once('message', resolve))
  const [press] = presses(server.pid)
  server.kill('SIGKILL')
  await sleep(500)

  expect(press).toBeDefined()
  expect(isRunning(press!)).toBe(false)
  rmSync(folder, { recursive: true })
})

test('documents asked for at the same time are all made, each its own', async () => {
  const documents = open()
  const wanted = Array.from({ length: 12 }, (_, index) => new Date(Date.UTC(2026, index, 1)))

  const made = await Promise.all(wanted.map((date) => documents.render({ ...request, createdAt: date })))

  expect(new Set(made.map((pdf) => Buffer.from(pdf).toString('base64'))).size).toBe(12)
})

test('the press seals as well, and the seal holds', async () => {
  const northwind = await certificatesOf('Northwind Trading Company, Inc.')

  const sealed = await open().seal(await contract(), sealerOf(northwind), { reason: 'Sealed', signedAt })

  expect(verifyPdf(sealed, publicPartOf(northwind)).valid).toBe(true)
})

test('a damaged picture is known before it is kept, and a sound one too', async () => {
  const documents = open()

  expect(await documents.draws({ format: 'png', bytes: Buffer.from('no picture') })).toBe(false)
  expect(await documents.draws({ format: 'jpeg', bytes: Buffer.from('ffd8ffd9', 'hex') })).toBe(false)
  expect(await documents.draws(picture)).toBe(true)
})
