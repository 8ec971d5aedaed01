import type { DepartmentId, DepartmentView } from './contract.ts'
import { departmentArchived, departmentInUse } from './problems.ts'

export type Department = Readonly<{ id: DepartmentId; name: string; archivedAt: Date | null; version: number }>

export const rename = (department: Department, name: string): Department => {
  if (department.archivedAt) throw departmentArchived()
  return { ...department, name }
}

export const archive = (department: Department, archivedAt: Date): Department => {
  if (department.archivedAt) throw departmentArchived()
  return { ...department, archivedAt }
}

export const restore = (department: Department): Department => {
  if (!department.archivedAt) throw departmentInUse()
  return { ...department, archivedAt: null }
}

export const departmentView = ({ id, name, archivedAt, version }: Department): DepartmentView => ({
  id,
  name,
  archived: archivedAt !== null,
  version,
})
