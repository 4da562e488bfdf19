export * from './define.ts'
export * from './ids.ts'
export * from './errors.ts'
export * from './common.ts'
