import type { Logger } from 'pino'

/** Work that is done again and again while the server runs, never twice at once. */
export type Ticks = { every(ms: number, name: string, work: () => Promise<void>): void; close(): Promise<void> }

/** A set of repeated works with one owner; `close()` waits for those under way. */
export function createTicks(log: Logger): Ticks {
  const timers: NodeJS.Timeout[] = []
  const underWay = new Map<string, Promise<void>>()
  return {
    every(ms, name, work) {
      const turn = () => {
        if (underWay.has(name)) return
        const done = work()
          .catch((error: unknown) =>
            log.error({ err: error, work: name }, 'repeated work failed and will be tried again'),
          )
          .finally(() => underWay.delete(name))
        underWay.set(name, done)
      }
      timers.push(setInterval(turn, ms).unref())
    },
    async close() {
      for (const timer of timers) clearInterval(timer)
      await Promise.all(underWay.values())
    },
  }
}
