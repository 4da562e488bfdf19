import { join, resolve } from 'node:path'

/** The project's root folder. */
export const root = join(import.meta.dirname, '../../..')

/** Where everything lies that a house makes while it runs: database, secrets, certificate. Ignored by git. */
export const dataDir = resolve(process.env.DATA_DIR ?? join(root, 'data'))

/** Where a start remembers what it has already done. Ignored by git. */
export const notesDir = join(root, '.cache')
