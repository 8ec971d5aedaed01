export { verify } from './verify-log.ts'
