import type { z } from 'zod'
import { id } from '#kernel/ids.ts'

export const ProjectId = id('ProjectId')
export type ProjectId = z.output<typeof ProjectId>
export const AssignmentId = id('AssignmentId')
export type AssignmentId = z.output<typeof AssignmentId>
