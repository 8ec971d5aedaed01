import { existsSync, realpathSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'

/** What one more segment of PostgreSQL's log takes. With less than that the next change may be refused. */
const leastBytes = 16 * 1024 * 1024

/** Is there room on the disks of the data folder and of the embedded database, which may be another? */
export const hasRoom = async (dataFolder: string): Promise<boolean> => {
  const database = join(dataFolder, 'postgres')
  const places = existsSync(database) ? [dataFolder, realpathSync(database)] : [dataFolder]
  const free = await Promise.all(
    places.map((place) =>
      statfs(place)
        .then(({ bavail, bsize }) => bavail * bsize)
        .catch(() => 0),
    ),
  )
  return free.every((bytes) => bytes >= leastBytes)
}
