import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '#kernel/cannot-start.ts'
import type { Config } from '#kernel/config.ts'
import { openKey, openPostgres } from '#kernel/postgres/open-postgres.ts'
import { createSecrets } from '#kernel/secrets.ts'
import { stopOnSignal } from '../../stop-on-signal.ts'
import { copyFiles, refuseDamaged } from './copy-files.ts'
import { loadBackup } from './load-backup.ts'
import { checkpointsOf, filesOf, keyCheckOf, readManifest } from './manifest.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Brings a backup back into an empty data folder and an empty database, beside its key. Starts in restored mode. */
export const restoreBackup = async (config: Config, folder: string | undefined): Promise<number> => {
  if (folder === undefined) throw new CannotStart('Say which backup: muster restore FOLDER.')
  const manifest = await readManifest(folder)
  refuseOtherKey(config, manifest.keyCheck)
  refuseUsed(config)
  await refuseDamaged(filesOf(folder))
  const postgres = await openPostgres(config)
  const listenNoLonger = stopOnSignal(Promise.resolve(postgres), 130)
  try {
    await loadBackup(postgres.owner, folder, manifest)
    await copyFiles(filesOf(folder), join(config.dataFolder, 'files'))
    await copyFiles(checkpointsOf(folder), join(config.dataFolder, 'checkpoints'))
  } finally {
    await postgres.stop()
    listenNoLonger()
  }
  say(`Restored as of ${manifest.madeAt}. It starts in restored mode: see npm run muster -- restored.`)
  return 0
}

const refuseUsed = ({ dataFolder, databaseUrl }: Config): void => {
  const used = ['files', 'checkpoints', ...(databaseUrl === undefined ? ['postgres/data'] : [])]
  if (used.some((name) => existsSync(join(dataFolder, name))))
    throw new CannotStart(`The data folder ${dataFolder} is in use. Name an empty one with MUSTER_DATA.`)
}

/** Asked before anything is made: with another key every sealed value would be lost, and be missed only when needed. */
const refuseOtherKey = (config: Config, keyCheck: string): void => {
  if (!existsSync(config.keyFile))
    throw new CannotStart(`Put the key of the install into ${config.keyFile} first, or name it with MUSTER_KEY_FILE.`)
  const secrets = createSecrets(openKey(config), () => new Uint8Array())
  if (keyCheckOf(secrets) !== keyCheck)
    throw new CannotStart(`The key file ${config.keyFile} is not the one that this backup was made with.`)
}
