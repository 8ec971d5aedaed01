// What every command does first. Plain JavaScript with nothing but Node's own modules, because it runs under whatever
// Node (20 or newer) the machine has, in a checkout that may hold no packages yet.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const project = fileURLToPath(new URL('..', import.meta.url))

const at = (...parts) => join(project, ...parts)
const say = (line) => process.stderr.write(`${line}\n`)
const packagedNode = `node_modules/node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
const oldestNode = 24

/** Installs the packages if they are not the ones of the lock file, and the web app if its source has changed since. */
export const prepare = ({ web }) => {
  if (!packagesAreInstalled()) installPackages()
  if (web && !webIsBuilt()) buildWeb()
}

/** The Node to run the TypeScript with: the one among the packages, else this one if it is new enough. */
export const runtime = () => {
  const packaged = at(packagedNode, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(packaged)) return packaged
  if (Number.parseInt(process.versions.node, 10) >= oldestNode) return process.execPath
  return giveUp(
    `Muster runs on Node ${oldestNode}, which has no package for this machine. Install it and start again.`,
  )
}

/** The environment in which commands find the packages' programs, Node 24 among them, before the machine's own. */
export const environment = (more = {}) => ({
  ...process.env,
  PATH: [at('node_modules/.bin'), systemPath()].join(delimiter),
  ...more,
})

/** npm writes what it installed at the very end, so an install that was interrupted does not look complete. */
export const packagesAreInstalled = () => {
  const installed = packagesIn(at('node_modules/.package-lock.json'))
  if (installed === undefined) return false
  const wanted = packagesIn(at('package-lock.json'))
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (!path.includes('node_modules/') || link) return true
    // The other platforms' packages stay away; this platform's runtime must not.
    if (installed[path] === undefined) return optional === true && path !== packagedNode
    return installed[path].version === version
  })
}

const packagesIn = (lockFile) =>
  existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : undefined

const installPackages = () => {
  say('Installing packages (about a minute)…')
  // npm replaces the whole folder, so it must not run on a Node that lies inside.
  const npm = process.env.npm_execpath
  const [command, ...start] = npm === undefined ? ['npm'] : [process.env.npm_node_execpath ?? 'node', npm]
  const outcome = spawnSync(command, [...start, 'ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: project,
    env: { ...process.env, PATH: systemPath() },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (outcome.status !== 0)
    giveUp(`${outcome.stdout ?? ''}${outcome.stderr ?? ''}\nThe packages could not be installed; npm says why above.`)
}

/** The search path without the folders that npm puts in front of it. */
const systemPath = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !/node_modules[\\/]\.bin[\\/]?$/.test(folder))
    .join(delimiter)

const stamp = at('web/dist/.built')

const webIsBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash()

/** Everything the built web app is made of: its own source, the contracts and kernel it shares, and the packages. */
const sourceHash = () => {
  const hash = createHash('sha256')
  const shared = filesIn('server/src').filter((file) => /\/kernel\/[^/]+$|\/contract\.ts$/.test(file))
  for (const file of [...filesIn('web'), ...shared, 'package-lock.json', 'tsconfig.base.json']) {
    if (!/\.test\.tsx?$/.test(file))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(at(file)))
        .update('\0')
  }
  return hash.digest('hex')
}

const filesIn = (folder) =>
  readdirSync(at(folder), { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist')
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))

export const buildWeb = () => {
  say('Building the web app…')
  const hash = sourceHash()
  const vite = at('node_modules/vite/bin/vite.js')
  const outcome = spawnSync(runtime(), [vite, 'build', '--logLevel', 'warn'], {
    cwd: at('web'),
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  })
  if (outcome.status !== 0) giveUp(`${outcome.stdout}${outcome.stderr}\nThe web app could not be built; see above.`)
  writeFileSync(stamp, hash)
}

export const giveUp = (sentence) => {
  say(sentence)
  process.exit(1)
}
