export * from './assignments/contract.ts'
export * from './ids.ts'
export * from './projects/contract.ts'
