import { startEmbedded } from '#kernel/postgres/embedded.ts'

/** Another Muster: a process of its own that holds the named data folder until it is told to stop, or killed. */
const server = await startEmbedded({
  dataFolder: process.argv[2] ?? '',
  durability: 'disposable',
  whenInUse: 'refuse',
  say: () => undefined,
})
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)))
setInterval(() => undefined, 60_000)
console.log('holding')
