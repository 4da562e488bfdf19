import { freshDatabase } from '@ithaca/testkit/database'
import { type RunningHouse, runHouse } from '@ithaca/testkit/running-house'

/** Starts a house on a fresh database. */
export async function openHouse(): Promise<{ house: RunningHouse; close(): Promise<void> }> {
  const database = await freshDatabase()
  const house = await runHouse(database.url)
  return {
    house,
    close: async () => {
      await house.stop()
      await database.drop()
    },
  }
}
