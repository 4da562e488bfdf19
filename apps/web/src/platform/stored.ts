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

function storage(): Storage | null {
  try {
    return globalThis.localStorage
  } catch {
    // Some privacy settings make the mere access throw.
    return null
  }
}
