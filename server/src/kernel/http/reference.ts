import { Hono } from 'hono'
import { type Endpoint, isCommand } from '#kernel/endpoint.ts'
import { openApi } from '#kernel/openapi.ts'

const version = '1'

/** `/api/openapi.json` for programs and `/api/docs` for people, both printed from the endpoints. */
export const reference = (endpoints: readonly Endpoint[]): Hono => {
  // Printed when first asked for: a start should not wait for it.
  let document: ReturnType<typeof openApi> | undefined
  const printed = () => (document ??= openApi(endpoints, version))
  return new Hono()
    .get('/api/openapi.json', (context) => context.json(printed()))
    .get('/api/docs', (context) => context.html(page(endpoints, printed())))
}

type Document = ReturnType<typeof openApi>

const page = (endpoints: readonly Endpoint[], { paths, info }: Document): string => {
  const modules = Map.groupBy(endpoints, ({ name }) => name.split('.')[0] ?? '')
  const contents = [...modules.keys()].map((name) => `<li><a href="#${name}">${name}</a></li>`).join('')
  const sections = [...modules].map(([name, list]) => section(name, list, paths)).join('\n')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${info.title} API</title><style>${style}</style></head><body><nav aria-label="Modules"><strong>Muster API</strong>
<ul>${contents}</ul><p><a href="/api/openapi.json">OpenAPI 3.1</a></p></nav><main><h1>Muster API</h1>
<p>Base address <code>/api/v1</code>. Sign in with a key: <code>Authorization: Bearer muster_…</code>. Writes take an
<code>Idempotency-Key</code>; repeating a request under the same key gives the first answer and changes nothing again. Lists come in pages:
<code>?limit=&amp;after=</code> gives <code>{"items": […], "next": "…"}</code>. Changes of an existing object carry the
<code>version</code> that was read. A refusal is <code>application/problem+json</code> (RFC 9457) with a stable <code>type</code>.</p>
${sections}</main></body></html>`
}

const section = (name: string, endpoints: readonly Endpoint[], paths: Document['paths']): string =>
  `<section id="${name}"><h2>${name}</h2>${endpoints.map((endpoint) => operation(endpoint, paths)).join('\n')}</section>`

const operation = (endpoint: Endpoint, paths: Document['paths']): string => {
  const { method, path, summary, name } = endpoint
  const told = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] as Operation | undefined
  const body = told?.requestBody?.content['application/json']?.schema
  const answer = told?.responses['200']?.content['application/json']?.schema
  const marks = [
    endpoint.public ? 'no sign-in' : '',
    endpoint.stepUp ? 'fresh sign-in' : '',
    isCommand(endpoint) ? '' : 'reads',
  ]
  return `<details><summary><code class="method">${method}</code> <code>${safe(path)}</code> <span>${safe(summary)}</span>
${marks
  .filter(Boolean)
  .map((mark) => `<small>${mark}</small>`)
  .join(' ')}</summary><p><code>${name}</code></p>
${told?.parameters ? `<h3>Parameters</h3>${json(told.parameters)}` : ''}${body ? `<h3>Body</h3>${json(body)}` : ''}
${answer ? `<h3>Answer</h3>${json(answer)}` : ''}</details>`
}

type Content = Readonly<Record<string, Readonly<{ schema: unknown }> | undefined>>
type Operation = Readonly<{
  parameters?: unknown
  requestBody?: Readonly<{ content: Content }>
  responses: Readonly<Record<string, Readonly<{ content: Content }> | undefined>>
}>

const json = (value: unknown): string => `<pre tabindex="0">${safe(JSON.stringify(value, undefined, 2))}</pre>`
const safe = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const style = `:root{color-scheme:light dark;--line:light-dark(#e3e6ea,#30343b);--soft:light-dark(#f6f7f9,#16181d)}
body{margin:0;display:grid;grid-template-columns:220px 1fr;font:14px/1.55 Inter,system-ui,sans-serif}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:24px;border-right:1px solid var(--line);box-sizing:border-box}
nav ul{list-style:none;padding:0}nav a{display:block;padding:4px 0;color:inherit}main{padding:24px 32px;max-width:860px}
details{border:1px solid var(--line);border-radius:8px;margin:8px 0;padding:8px 12px}summary{cursor:pointer}
summary small{border:1px solid var(--line);border-radius:6px;padding:0 6px;margin-left:4px}.method{font-weight:600}
pre{background:var(--soft);padding:12px;border-radius:8px;overflow:auto;max-height:420px;font-size:12px}h2{margin-top:36px}
@media(max-width:700px){body{display:block}nav{position:static;height:auto;border:0}main{padding:16px}}`
