import { existsSync, mkdirSync } from 'node:fs'
import { CannotStart } from '#kernel/cannot-start.ts'

/** Makes the folder of everything that this install keeps. */
export const makeDataFolder = (dataFolder: string): void => {
  if (existsSync(dataFolder)) return
  try {
    // Under root the database runs as somebody else, who must be able to walk through here but not to look around.
    mkdirSync(dataFolder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  } catch (refusal) {
    throw new CannotStart(`The data folder ${dataFolder} cannot be made. Name another one with MUSTER_DATA.`, refusal)
  }
}
