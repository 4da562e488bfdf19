import { DatabaseUnreachable, migrate } from '@ithaca/db'
import { expect, test } from 'vitest'

test.each(['nonsense', 'postgres://nobody:x@127.0.0.1:1/none'])(
  'no database at %s is told in one sentence',
  async (url) => {
    const refused = migrate(url)
    await expect(refused).rejects.toBeInstanceOf(DatabaseUnreachable)
    await expect(refused).rejects.toThrow(
      /^The database cannot be reached \(.+\): start it, or correct DATABASE_URL\.$/,
    )
  },
)
