/** The secret of a mailed link. It stands behind the `#`, which a browser sends to nobody. */
export function secretOfAddress(): string {
  return location.hash.slice(1)
}

/** A field of a submitted form, as text. */
export function field(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
