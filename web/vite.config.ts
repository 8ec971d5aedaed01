import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { alias } from './alias.ts'
import { firstLoadBudget } from './firstLoadBudget.ts'

const server = 'http://127.0.0.1:3000'

/** What the shells are made of: menus, tips, drawers and dialogs, and what those stand on. */
const aroundPages = new RegExp(
  [
    'node_modules/(@floating-ui|react-remove-scroll|use-sidecar|use-callback-ref|react-style-singleton)/?',
    'node_modules/@mantine/core/esm/(core|utils)/',
    'node_modules/@mantine/core/esm/components/(ActionIcon|Box|CloseButton|Drawer|FocusTrap|Kbd|Loader|Menu|Modal)',
    'node_modules/@mantine/core/esm/components/(Overlay|Paper|Popover|Portal|ScrollArea|Tooltip|Transition|Unstyled)',
    'web/src/app/(BrandMark|ColourSchemeMenu|MeMenu|SkipLink|brand|session|use[A-Z])',
    'web/src/lib/(pathIn|useKeys|useRemembered|useView|useAttempt)',
    'web/src/ui/PersonName',
  ].join('|'),
)

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    firstLoadBudget({ gzipMaxBytes: 250_000, shells: ['StaffPages', 'PortalPages', 'PublicLayout'] }),
  ],
  resolve: { alias },
  server: { proxy: { '/api': server } },
  build: {
    target: 'baseline-widely-available',
    // The content security policy knows no `data:` for fonts and scripts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // A contract only declares: what a page does not ask for need not come along.
      treeshake: {
        manualPureFunctions: ['z', 'endpoint', 'id', 'listOf', 'pageOf'],
        moduleSideEffects: [{ test: /server\/src\//, sideEffects: false }],
      },
      output: {
        // The pieces shared by several pages would otherwise carry the names of all of them.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        codeSplitting: {
          groups: [
            // What changes only with a new release of a library stays in the browser's cache over our releases.
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            {
              name: 'tanstack',
              test: /node_modules\/@tanstack\/(react-router|router-core|history|react-query|query-core)\//,
            },
            // What every page starts with; what stands around the pages; then what several pages use. Each group takes
            // along what it imports, so that no two pieces wait for each other. Without them a page is a hundred files.
            { name: 'start', tags: ['$initial'] },
            { name: 'shell', test: aroundPages },
            { name: 'controls', test: /node_modules/, minShareCount: 6 },
            { name: 'parts', test: /web\/src\/(app|lib|ui)\//, minShareCount: 6 },
          ],
        },
      },
    },
  },
})
