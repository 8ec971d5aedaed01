export { sealDocument } from './sealing/seal-document.ts'
