import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uploadFile } from '#modules/files/contract.ts'
import { createCaller } from './caller.ts'
import { foundNorthwind } from './company.ts'
import { isPlain, keep, oneMore, plainAnswer, type Scene, type Seen, stillThere, within } from './fault.ts'
import { makeInstall, type Running } from './install.ts'
import { filesWithoutBytes, halfDone } from './kept-checks.ts'
import { auditFaults, delivered } from './money-once.ts'

const diskMegabytes = 400

/** Fills the disk under a server at work, and makes room again; several times, until nothing at all can be written. */
export const fullDisk = async (times: number): Promise<readonly Seen[]> => {
  const disk = mountDisk()
  if (disk === undefined) return [notHere]
  const install = await makeInstall(join(disk, 'data'))
  const caller = createCaller(install.config.port)
  let server: Running | undefined
  try {
    const company = await foundNorthwind(install.config, 1)
    server = install.start()
    await server.ready
    await caller.signIn(Object.values(company.members))
    const scene = { install, company, caller }
    const seen: Seen[] = []
    for (let time = 1; time <= times; time += 1) seen.push(...(await fill(scene, disk, time)))
    await delivered(install)
    const faults = [
      ...(await halfDone(install)),
      ...(await filesWithoutBytes(install)),
      ...(await auditFaults(install)),
    ]
    const lines = server.sentences().filter((line) => !line.startsWith('Muster is ready'))
    const said = [...new Set(lines)]
    return [
      ...seen,
      { fault: 'what the server said meanwhile', said: said.join(' '), faults: [...faults, ...notPlain(said)] },
    ]
  } finally {
    caller.close()
    await server?.stop()
    await install.remove()
    execFileSync('umount', [disk])
    rmSync(disk, { recursive: true })
  }
}

const notHere: Seen = {
  fault: 'a full disk',
  said: 'Not put to the test: only root may mount a small disk.',
  faults: [],
}
const notPlain = (lines: readonly string[]) =>
  lines.filter((line) => !isPlain(line)).map((line) => `Not plain: ${line}`)

const mountDisk = (): string | undefined => {
  const disk = mkdtempSync(join(tmpdir(), 'muster-disk-'))
  chmodSync(disk, 0o711)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMegabytes}m,mode=711`, 'muster-prove', disk], {
      stdio: 'pipe',
    })
    return disk
  } catch {
    rmSync(disk, { recursive: true })
    return undefined
  }
}

const fill = async (scene: Scene, disk: string, time: number): Promise<readonly Seen[]> => {
  const { caller, company, install } = scene
  const kept = await keep(scene, 3)
  const ballast = join(disk, 'ballast')
  takeAllRoom(ballast)
  const by = company.members.omar
  const file = Buffer.alloc(2_000_000, `file ${time}\n`)
  const upload = await caller.once({
    by,
    endpoint: uploadFile,
    input: { name: 'Brief.txt' },
    key: `brief-${time}`,
    file,
  })
  const aboutUpload = plainAnswer(upload, [507, 503])
  const write = await writeUntilRefused(scene)
  const aboutWrite = plainAnswer(write, [507, 503])
  rmSync(ballast)
  const isBack = await within(60, async () => (await caller.once(oneMore(scene)))?.status === 200)
  const isReady = await within(10, async () => (await fetch(`http://127.0.0.1:${install.config.port}/readyz`)).ok)
  return [
    { fault: `a full disk (${time}), an upload`, ...aboutUpload },
    { fault: `a full disk (${time}), a change`, ...aboutWrite },
    {
      fault: `room again (${time})`,
      said: '',
      faults: [...(isBack && isReady ? [] : ['Work did not go on.']), ...(await stillThere(scene, kept))],
    },
  ]
}

/** The database has a little room left in its own files: it fails when that is used up. */
const writeUntilRefused = async (scene: Scene) => {
  const giveUpAt = performance.now() + 60_000
  for (;;) {
    const answer = await scene.caller.once(oneMore(scene))
    // A refused upload leaves its connection broken, and the next request may find it so.
    if ((answer && answer.status !== 200) || performance.now() > giveUpAt) return answer
    takeAllRoom(join(scene.install.config.dataFolder, '../ballast'))
  }
}

const takeAllRoom = (path: string): void => {
  const descriptor = openSync(path, 'a')
  try {
    for (const size of [1_000_000, 4_096, 1]) fillBy(descriptor, Buffer.alloc(size))
  } finally {
    closeSync(descriptor)
  }
}

const fillBy = (descriptor: number, piece: Buffer): void => {
  try {
    while (writeSync(descriptor, piece) > 0);
  } catch {
    // Full, which is what was wanted.
  }
}
