import { permission } from '#kernel/actor.ts'

/** Names of departments are needed wherever something is filed under one. */
export const readDepartments = permission('organizations.list-departments', [
  'owner',
  'admin',
  'finance',
  'releaser',
  'legal',
  'manager',
  'approver',
  'auditor',
])
export const changeDepartments = permission('organizations.add-department', ['owner', 'admin'])
