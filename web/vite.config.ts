import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { alias } from './alias.ts'
import { firstLoadBudget } from './firstLoadBudget.ts'

const server = 'http://127.0.0.1:3000'

/** What floats above a page: a shell needs it before any page does, so it must not come with the controls of pages. */
const floating = new RegExp(
  [
    'node_modules/(@floating-ui|react-remove-scroll|use-sidecar|use-callback-ref|react-style-singleton)',
    'node_modules/@mantine/core/esm/components/(ActionIcon|CloseButton|Drawer|FocusTrap|Kbd|Loader|Menu|ModalBase)/',
    'node_modules/@mantine/core/esm/components/(Input|Overlay|Paper|Popover|Portal|ScrollArea|Tooltip|Transition)/',
    'node_modules/@mantine/hooks/',
  ].join('|'),
)

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    firstLoadBudget({ gzipMaxBytes: 250_000, shells: ['StaffPages', 'PortalPages', 'PublicLayout'] }),
  ],
  resolve: { alias },
  // A page of this server is none of Muster's: to Muster it speaks as one.
  server: { proxy: { '/api': { target: server, headers: { origin: 'http://localhost:3000' } } } },
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
            // What every page starts with; what menus, tips and dialogs stand on; then what many pages use. Each group
            // takes along what it imports, so that no two pieces wait for each other.
            { name: 'start', tags: ['$initial'] },
            { name: 'floating', test: floating },
            { name: 'icons', test: /@tabler\/icons-react/, minShareCount: 2 },
            { name: 'controls', test: /@mantine\/(core|dates|hooks)/, minShareCount: 4 },
          ],
        },
      },
    },
  },
})
