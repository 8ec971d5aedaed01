import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'

const aYear = 'public, max-age=31536000, immutable'

/**
 * The built web app. Files under /assets carry a hash in their name and may be kept for ever; every other address is
 * a page of the app, which finds its own way from index.html.
 */
export const site = (folder: string): readonly MiddlewareHandler[] => {
  if (!existsSync(join(folder, 'index.html'))) return [notBuilt]
  const onFound = (path: string, context: Context) => {
    context.header('cache-control', path.includes('/assets/') ? aYear : 'no-cache')
  }
  return [
    compress(),
    serveStatic({ root: folder, onFound }),
    async (context, next) => {
      // An asset that is gone must not be answered with a page: the browser would try to run it.
      if (context.req.path.startsWith('/assets/')) return context.notFound()
      await next()
    },
    serveStatic({ root: folder, path: 'index.html', onFound }),
  ]
}

const notBuilt: MiddlewareHandler = async (context) =>
  context.text('The web app is not built yet. Start Muster with `npm start`, which builds it.', 503)
