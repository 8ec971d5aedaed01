// Finds the programs that the tests need beside the packages, and installs those that are missing where it may.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { environment, project, runtime } from './prepare.mjs'

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const isRoot = process.getuid?.() === 0

/** The path of a Chromium (undefined: the one that Playwright keeps), or a sentence that says why there is none. */
export const findTools = () => {
  const missing = [
    ...(findBrowser() === undefined ? ['chromium'] : []),
    // Reads signatures independently of us; the tests that use it say so when it is not there.
    ...(onPath('pdfsig') === undefined ? ['poppler-utils'] : []),
  ]
  const said = isRoot && missing.length > 0 && onPath('apt-get') !== undefined ? installByDebian(missing) : ''
  const browser = findBrowser()
  return browser === undefined ? installByPlaywright(said) : { browser }
}

const findBrowser = () => {
  const named = process.env.CHROMIUM_PATH
  if (named && existsSync(named)) return named
  return browsers.map(onPath).find((path) => path !== undefined)
}

const onPath = (program) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path))

const installByDebian = (packages) => {
  const run = (...words) =>
    spawnSync('apt-get', words, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, encoding: 'utf8' })
  const update = run('update')
  const install = run('install', '-y', '--no-install-recommends', ...packages)
  return install.status === 0 ? '' : `${update.stderr ?? ''}${install.stderr ?? ''}`
}

const installByPlaywright = (said) => {
  const playwright = join(project, 'node_modules/playwright-core/cli.js')
  const { status, stdout, stderr } = spawnSync(runtime(), [playwright, 'install', 'chromium'], {
    env: environment(),
    encoding: 'utf8',
  })
  if (status === 0) return { browser: undefined }
  return {
    problem: `${said}${stdout ?? ''}${stderr ?? ''}\nThere is no Chromium; install one, or name it in CHROMIUM_PATH.`,
  }
}
