import './sight-store.ts'
import type { Module } from '#kernel/module.ts'
import { cancelMyJob, listMyJobs, viewMyJob } from './my-jobs.ts'
import { giveUpParked, listParked, retryParked } from './parked.ts'

export const background: Module = {
  name: 'background',
  handlers: [listMyJobs, viewMyJob, cancelMyJob, listParked, retryParked, giveUpParked],
}
