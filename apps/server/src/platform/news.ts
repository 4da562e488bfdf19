import type { AnyEvent } from '@ithaca/contract'
import type { News } from '@ithaca/db'
import type { z } from 'zod'

type Handler = (payload: unknown) => Promise<void>

/** Which features hear which event. Handlers may hear the same news twice and must not mind. */
export type Ears = {
  when<E extends AnyEvent>(event: E, handle: (payload: z.output<E['payload']>) => Promise<void>): void
  hear(news: News): Promise<void>
}

/** An empty set of ears; each feature's events.ts adds its own. */
export function createEars(): Ears {
  const handlers = new Map<string, Handler[]>()
  return {
    when(event, handle) {
      const own = handlers.get(event.name) ?? []
      handlers.set(event.name, [...own, (payload) => handle(payload as never)])
    },
    async hear({ name, payload }) {
      for (const handle of handlers.get(name) ?? []) await handle(payload)
    },
  }
}
