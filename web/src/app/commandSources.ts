import type { ComponentType } from 'react'
import { usePageCommands } from '#web/app/usePageCommands.ts'
import { useContractorCommands } from '#web/modules/directory/useContractorCommands.ts'
import { useInvoiceCommands } from '#web/modules/invoices/useInvoiceCommands.ts'

export type CommandEntry = Readonly<{
  id: string
  label: string
  detail?: string
  icon: ComponentType<{ size?: number; stroke?: number }>
  to: string
}>

export type CommandGroup = Readonly<{
  title: string
  commands: readonly CommandEntry[]
  /** The server has been asked and has not answered yet. */
  isAsking: boolean
}>

/** Finds things for what was typed. A hook, so that it may ask the server. */
export type CommandSource = (query: string) => CommandGroup

/** Everything the palette searches, in the order it shows it. A module adds its hook here. */
export const commandSources: readonly CommandSource[] = [usePageCommands, useContractorCommands, useInvoiceCommands]
