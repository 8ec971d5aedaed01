import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keep, oneSentence, type Scene, type Seen, stillThere } from './fault.ts'
import { freePort } from './install.ts'

/** Starts that cannot be: each ends with one sentence, and what runs already goes on. */
export const startFaults = async (scene: Scene): Promise<readonly Seen[]> => {
  const kept = await keep(scene, 3)
  const other = mkdtempSync(join(tmpdir(), 'muster-prove-other-'))
  chmodSync(other, 0o711)
  const elsewhere = { MUSTER_DATA: other, PORT: String(await freePort()) }
  const dark = `postgres://muster@127.0.0.1:${await freePort()}/muster`
  const seen = [
    await refusedStart(scene, 'a second start on the same data folder', { PORT: elsewhere.PORT }),
    await refusedStart(scene, 'a port in use', { ...elsewhere, PORT: String(scene.install.config.port) }),
    await refusedStart(scene, 'a database server that is not there', { ...elsewhere, DATABASE_URL: dark }),
    await refusedStart(scene, 'a data folder that cannot be made', { ...elsewhere, MUSTER_DATA: '/dev/null/data' }),
    await refusedStart(scene, 'a setting that cannot be meant', { ...elsewhere, SMTP_URL: 'mail.example.com' }),
  ]
  const left = existsSync(join(other, 'postgres/data/postmaster.pid')) ? ['A database was left running.'] : []
  rmSync(other, { recursive: true, force: true, maxRetries: 5 })
  return [...seen, { fault: 'after these', said: '', faults: [...left, ...(await stillThere(scene, kept))] }]
}

type Settings = Readonly<Record<string, string>>

const refusedStart = async ({ install }: Scene, fault: string, settings: Settings): Promise<Seen> => {
  const second = install.start(settings)
  const code = await Promise.race([second.ended, second.ready.then(() => 0).catch(() => second.ended)])
  if (code === 0) await second.kill()
  const lines = second.sentences()
  return { fault, said: lines.join(' '), faults: code === 1 ? oneSentence(lines) : [`It ended with ${code}.`] }
}
