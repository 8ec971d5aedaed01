// npm start, npm run demo, muster, prove, bench: makes sure that everything is there, then runs the program.
import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { environment, giveUp, prepare, project, runtime } from './prepare.mjs'

/** What each command runs, and whether people will open the web app of it. */
const programs = {
  start: { file: 'server/src/main.ts', web: true },
  demo: { file: 'server/src/muster.ts', first: ['demo'], web: true },
  muster: { file: 'server/src/muster.ts', web: false },
  prove: { file: 'bench/prove.ts', web: false },
  bench: { file: 'bench/bench.ts', web: true },
}

const [name = '', ...rest] = process.argv.slice(2)
const program =
  programs[name] ?? giveUp(`There is no command "${name}"; there are ${Object.keys(programs).join(', ')}.`)
const file = join(project, program.file)
const words = [...(program.first ?? []), ...rest]

process.chdir(project)
// npm ends on a closed terminal without a word to us: whoever was started by it asks whether it is still there.
const startedBy = process.ppid
if (process.env.npm_lifecycle_event !== undefined && startedBy > 1)
  setInterval(() => {
    if (process.ppid !== startedBy) process.kill(process.pid, 'SIGTERM')
  }, 1_000).unref()

prepare(program)
const node = runtime()

if (realpathSync(process.execPath) === realpathSync(node)) {
  // The usual case: npm has already found the packaged Node, and this process becomes the program.
  process.env.PATH = environment().PATH
  // What was compiled is kept until the source or Node changes: the second start takes half the time and less memory.
  module.enableCompileCache(join(project, 'node_modules/.cache/compiled'))
  process.argv.splice(1, process.argv.length - 1, file, ...words)
  await import(pathToFileURL(file).href)
} else {
  // The first start, under the machine's own Node. The program gets a process group of its own, so that Ctrl-C reaches
  // it once and through us; we end when it has ended, and as it has.
  const child = spawn(node, [file, ...words], {
    env: environment(),
    stdio: 'inherit',
    detached: process.platform !== 'win32',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (refusal) => giveUp(`${node} cannot be run: ${refusal.message}`))
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 1))
}
