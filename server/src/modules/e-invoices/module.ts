import type { Module } from '#kernel/module.ts'

/** Reads e-invoices of others: bytes in, a described document out. Nobody asks it from outside, and it keeps nothing. */
export const eInvoices: Module = { name: 'e-invoices', handlers: [] }
