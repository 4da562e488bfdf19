/** A small choice kept in this browser; where storage is forbidden, the fallback holds. */
export function stored<T extends string>(name: string, allowed: readonly T[], fallback: T) {
  const key = `ithaca.${name}`
  return {
    read: (): T => {
      const found = storage()?.getItem(key)
      return allowed.find((one) => one === found) ?? fallback
    },
    write: (value: T): void => storage()?.setItem(key, value),
  }
}

/** What begins so holds a person's own words: it goes when they sign out, for the next one at this browser. */
export const privatePrefix = 'ithaca.private.'

/** Forgets a person's own words in this browser. */
export function forgetPrivate(): void {
  const kept = storage()
  if (!kept) return
  for (const key of Object.keys(kept)) if (key.startsWith(privatePrefix)) kept.removeItem(key)
}

function storage(): Storage | null {
  try {
    return globalThis.localStorage
  } catch {
    // Some privacy settings make the mere access throw.
    return null
  }
}
