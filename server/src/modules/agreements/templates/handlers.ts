import { addTemplate } from './add-template.ts'
import { archiveTemplate, restoreTemplate } from './archive-template.ts'
import { changeTemplate } from './change-template.ts'
import { listTemplates, viewTemplate } from './list-templates.ts'

export const templateHandlers = [
  listTemplates,
  viewTemplate,
  addTemplate,
  changeTemplate,
  archiveTemplate,
  restoreTemplate,
]
