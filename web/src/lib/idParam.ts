import { notFound } from '@tanstack/react-router'
import type { z } from 'zod'
import { id } from '#kernel/ids.ts'

type Id<Brand extends string> = z.output<ReturnType<typeof id<Brand>>>

/**
 * A part of an address that is an id: `params: idParam('invoiceId', 'InvoiceId')`. The name of the brand instead of the
 * schema in the contract, because routes are part of the first load and contracts are not. Anything else leads nowhere.
 */
export const idParam = <Name extends string, Brand extends string>(name: Name, brand: Brand) => ({
  parse: (params: Readonly<Record<Name, string>>) => {
    const read = id(brand).safeParse(params[name])
    if (!read.success) throw notFound()
    // One computed property of exactly this name: TypeScript widens it to an index.
    return { [name]: read.data } as Readonly<Record<Name, Id<Brand>>>
  },
})
