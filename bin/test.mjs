// npm test: the one definition of green. Installs what is missing, runs every step, and ends with one line of counts.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findTools } from './browser.mjs'
import { add, count, failedBecause, summary } from './count.mjs'
import { environment, prepare, project, runtime } from './prepare.mjs'

/** The folders with tests beside their files; the projects of vitest are named like them. */
const units = ['server', 'web', 'bin', 'bench']

const longestStepMs = 45 * 60_000
/** Colours only where somebody looks at them: what a failed step said is often read from a file. */
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }
const reports = mkdtempSync(join(tmpdir(), 'muster-reports-'))

const main = async () => {
  process.chdir(project)
  prepare({ web: false })
  const counts = []
  for (const [name, step] of steps()) {
    const started = performance.now()
    const { output = '', ...counted } = await step()
    tell(name, counted, performance.now() - started, output)
    counts.push(counted)
  }
  rmSync(reports, { recursive: true })
  const all = add(counts)
  process.stdout.write(`\n${summary(all)}\n`)
  // Nothing may follow the summary, not even a handle that somebody left open.
  process.exit(all.failed === 0 && all.passed > 0 ? 0 : 1)
}

const steps = () => [
  ['format and lint', () => check('biome', 'ci', '.')],
  ['types: server', () => check('tsc', '-p', 'server')],
  ['types: web', () => check('tsc', '-p', 'web')],
  ['types: journeys', () => check('tsc', '-p', 'e2e')],
  ['types: bench', () => check('tsc', '-p', 'bench')],
  ['tests', () => vitest(units, filesNamed(/\.test\.(ts|tsx|mjs)$/, ...units))],
  ['web build', () => check(runtime(), 'bin/build.mjs')],
  ['journeys', journeys],
]

/** A step that either holds or does not, and counts as one. */
const check = async (...command) => {
  const { exitCode, output } = await run(command)
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { ...failedBecause(''), output }
}

const vitest = async (projects, files, more = {}) => {
  const file = join(reports, `${projects.join('-')}.json`)
  const words = ['run', '--allowOnly=false', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { exitCode, output } = await run(['vitest', ...words, ...projects.map((name) => `--project=${name}`)], more)
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  return { ...count({ report, exitCode, files }), output }
}

const journeys = async () => {
  const files = filesNamed(/\.spec\.ts$/, 'e2e')
  if (files.length === 0) return { passed: 0, failed: 0, skipped: 0 }
  const { browser, problem } = findTools()
  if (problem !== undefined) return { ...failedBecause(problem), output: '' }
  return vitest(['e2e'], files, browser === undefined ? {} : { CHROMIUM_PATH: browser })
}

const filesNamed = (pattern, ...folders) =>
  folders
    .flatMap((folder) =>
      readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(project, folder, file),
      ),
    )
    .filter((file) => pattern.test(file) && !file.includes('/node_modules/'))

const tell = (name, { passed, failed, skipped, complaints = [] }, tookMs, output) => {
  const counted = passed + failed + skipped > 1 ? `   ${summary({ passed, failed, skipped })}` : ''
  const seconds = (tookMs / 1000).toFixed(1).padStart(6)
  process.stdout.write(`${failed === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(16)} ${seconds} s${counted}\n`)
  if (failed > 0) process.stdout.write(`${output}\n${complaints.join('\n')}\n`)
  else
    for (const line of new Set(output.split('\n').filter((each) => each.startsWith('Skipped '))))
      console.log(`      ${line}`)
}

/** Runs a command in a process group of its own, so that a hung one can be ended with all it started. */
const run = ([command, ...words], more = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, words, {
      env: environment({ ...plain, ...more }),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output = []
    const end = (signal) => {
      try {
        process.kill(-child.pid, signal)
      } catch {
        // It has ended by itself.
      }
    }
    const interrupted = () => {
      end('SIGTERM')
      process.exit(130)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, interrupted)
    const timer = setTimeout(() => end('SIGKILL'), longestStepMs)
    const finish = (exitCode) => {
      clearTimeout(timer)
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, interrupted)
      end('SIGKILL')
      resolve({ exitCode, output: Buffer.concat(output).toString() })
    }
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => output.push(piece))
    child.on('error', (refusal) => {
      output.push(Buffer.from(refusal.message))
      finish(null)
    })
    child.on('close', (exitCode) => finish(exitCode))
  })

await main()
