import '#web/zodWithoutEval.ts'
import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.layer.css'
import '#web/theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#web/app/App.tsx'
import { createAppRouter } from '#web/app/router.ts'
import { createQueryClient } from '#web/lib/queries.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root.')

const client = createQueryClient()
createRoot(root).render(
  <StrictMode>
    <App client={client} router={createAppRouter(client)} />
  </StrictMode>,
)
