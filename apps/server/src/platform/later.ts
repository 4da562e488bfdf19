import type { Logger } from 'pino'

/** Work that an answer does not wait for. It has an owner, so that a house that closes waits for it. */
export type Later = {
  /** Starts the work now; what goes wrong in it is logged under its name. */
  run(name: string, work: () => Promise<void>): void
  /** Waits until all of it is done. */
  settled(): Promise<void>
}

/** Nothing to do yet. */
export function createLater(log: Logger): Later {
  const underWay = new Set<Promise<void>>()
  return {
    run(name, work) {
      const done = work()
        .catch((error: unknown) => log.error({ err: error, work: name }, 'work behind an answer failed'))
        .finally(() => underWay.delete(done))
      underWay.add(done)
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}
