import type { Module } from '#kernel/module.ts'
import { exportSpend } from './export-spend.ts'
import { viewSpend } from './view-spend.ts'

export const reports: Module = {
  name: 'reports',
  switch: { title: 'Reports', about: 'What is spent, by month, department, project and contractor' },
  handlers: [viewSpend, exportSpend],
}
