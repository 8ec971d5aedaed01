import './sight-store.ts'
import type { Module } from '#kernel/module.ts'
import { downloadFile } from './download-file.ts'
import { openMyProtectedFile, openProtectedFile } from './open-protected-file.ts'
import { removeLogo } from './remove-logo.ts'
import { setLogo } from './set-logo.ts'
import { sweepFiles, sweepStorage } from './sweep-files.ts'
import { uploadFile } from './upload-file.ts'
import { viewFile } from './view-file.ts'

export const files: Module = {
  name: 'files',
  handlers: [uploadFile, viewFile, downloadFile, openProtectedFile, openMyProtectedFile, setLogo, removeLogo],
  schedules: [sweepFiles, sweepStorage],
}
