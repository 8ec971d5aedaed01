import { MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import { type Brand, BrandContext, ownBrand, SetBrandContext } from '#web/app/brand.ts'
import { colourSchemeManager } from '#web/app/colourSchemeManager.ts'
import type { AppRouter } from '#web/app/router.ts'
import { StepUpProvider } from '#web/app/StepUpProvider.tsx'
import { cssVariablesResolver, themeOf } from '#web/theme.ts'

const Notices = lazy(() => import('#web/app/Notices.tsx').then(({ Notices }) => ({ default: Notices })))

type AppProps = Readonly<{ client: QueryClient; router: AppRouter }>

/** Everything a page stands on. The brand may change while the app runs: at sign-in, and between organizations. */
export const App = ({ client, router }: AppProps) => {
  const [brand, setBrand] = useState<Brand>(ownBrand)
  const theme = useMemo(() => themeOf(brand.colour), [brand.colour])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colourSchemeManager}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={client}>
        <SetBrandContext value={setBrand}>
          <BrandContext value={brand}>
            <StepUpProvider>
              <RouterProvider router={router} />
            </StepUpProvider>
            <Suspense>
              <Notices />
            </Suspense>
          </BrandContext>
        </SetBrandContext>
      </QueryClientProvider>
    </MantineProvider>
  )
}
