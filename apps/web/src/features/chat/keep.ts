import { privatePrefix } from '../../platform/stored.ts'

/** A piece of text kept in this browser under a name; forgotten where storage is forbidden or full. */
export type Keep = { read: (name: string) => string | null; write: (name: string, text: string | null) => void }

/** What a person has written and not sent stays on their own device, under their own id. */
export const browserKeep: Keep = {
  read: (name) => attempt((storage) => storage.getItem(named(name))),
  write: (name, text) =>
    void attempt((storage) => (text === null ? storage.removeItem(named(name)) : storage.setItem(named(name), text))),
}

function named(name: string): string {
  return `${privatePrefix}chat.${name}`
}

function attempt<T>(act: (storage: Storage) => T): T | null {
  try {
    return act(globalThis.localStorage)
  } catch {
    // Some privacy settings make the mere access throw, and a full store refuses; writing goes on without it.
    return null
  }
}
