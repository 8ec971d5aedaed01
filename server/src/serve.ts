import { join } from 'node:path'
import { Hono } from 'hono'
import type pg from 'pg'
import { type Checks, health } from '#kernel/http/health.ts'
import { mount } from '#kernel/http/mount.ts'
import { reference } from '#kernel/http/reference.ts'
import { restoredGate } from '#kernel/http/restored-gate.ts'
import { site } from '#kernel/http/site.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { openAccess, setUpLinkAtStart } from '#modules/access/index.ts'
import { handlers } from './app.ts'

const webFolder = join(import.meta.dirname, '../../web/dist')

/** Everything that answers on the port: health, ways in, API, its reference, the web app. */
export const serve = async (runtime: Runtime, listenWith: pg.ClientConfig, checks: Checks) => {
  const { identify, gate, started, close } = openAccess(runtime, listenWith)
  await started
  const endpoints = handlers.map(({ endpoint }) => endpoint)
  const app = new Hono()
    .route('/', health(runtime, checks))
    .use('/api/*', restoredGate(checks.restored))
    .route('/api/auth', gate)
    .route('/', mount(handlers, runtime, identify, reference(endpoints)))
  for (const page of site(webFolder)) app.get('*', page)
  return { app, close, setUpLink: () => setUpLinkAtStart(runtime) }
}
