import { z } from 'zod'

/** One way to spoil a value, and what was done to it. */
export type Named = { what: string; value: unknown }

const wrongValues: unknown[] = [null, 0.5, -1, 1e15, true, '', '\u0000', 'x\ud800', 'x'.repeat(5000), [], {}, [null]]

/** Ways to spoil a right input: each field missing, or of another kind, or a field too many, or no object at all. */
export function spoil(right: object, schema: z.ZodObject): Named[] {
  const whole = [null, 1, 'words', [], [right]].map((value) => ({ what: JSON.stringify(value)?.slice(0, 20), value }))
  const extra = strict(schema) ? [{ what: 'a field nobody promised', value: { ...right, surprise: 1 } }] : []
  const fields = Object.keys(right).flatMap((key) => [
    { what: `${key} is missing`, value: without(right, key) },
    ...wrongValues.map((value) => ({
      what: `${key} is ${JSON.stringify(value).slice(0, 20)}`,
      value: { ...right, [key]: value },
    })),
  ])
  return [...whole, ...extra, ...fields].map(({ what, value }) => ({ what: what ?? 'nothing', value }))
}

function without(right: object, key: string): object {
  return Object.fromEntries(Object.entries(right).filter(([name]) => name !== key))
}

function strict(schema: z.ZodObject): boolean {
  return schema.def.catchall instanceof z.ZodNever
}
