import fc from 'fast-check'

/** A change to one place of a JSON value: where, by turns from the top, and what becomes of it. */
export type Mutation = { where: readonly number[]; how: How }

type How =
  | { kind: 'replace'; value: unknown }
  | { kind: 'drop' }
  | { kind: 'add'; key: string; value: unknown }
  | { kind: 'nest'; depth: number }

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.nat({ max: 90_000 }).map((length) => 'x'.repeat(length)),
  fc.constantFrom(
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202e',
    "'; drop table accounts; --",
    '{{7*7}}',
    '=cmd()',
    '../../etc/passwd',
    '%00',
    '0000-00-00',
    '-000001-01-01T00:00:00.000Z',
    '+275760-09-13T00:00:00.000Z',
    '2026-02-30',
    '00000000-0000-0000-0000-00000000000g',
  ),
)
const numbers = fc.constantFrom(-1, 0.1, 1e308, -0, 2 ** 31, 2 ** 53, 1e21)
const value = fc.oneof(
  { weight: 4, arbitrary: words },
  { weight: 2, arbitrary: numbers },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(null, true, [], {}, [[]], { length: 1e9 }, { $ne: null }, { toString: 1 }) },
)
const key = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'then',
    'toJSON',
    '',
    'id',
    'actorId',
    'limit',
    '\u0000',
  ),
  fc.string({ unit: 'binary', maxLength: 10 }),
)

/** Any change: another value, one missing, one too many, or one wrapped in a thousand lists. */
export const mutation: fc.Arbitrary<Mutation> = fc.record({
  where: fc.array(fc.nat({ max: 20 }), { maxLength: 4 }),
  how: fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('replace' as const), value }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('drop' as const) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('add' as const), key, value }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('nest' as const), depth: fc.integer({ min: 1, max: 3000 }) }),
    },
  ),
})

/** A copy of a JSON value with the change made to it. */
export function mutate(right: unknown, { where, how }: Mutation): unknown {
  const keys = typeof right === 'object' && right !== null ? Object.keys(right) : []
  const [turn, ...further] = where
  if (turn === undefined || keys.length === 0) return change(right, how)
  const chosen = keys[turn % keys.length] ?? ''
  const isLast = further.length === 0 && how.kind === 'drop'
  const entries = Object.entries(right as object).flatMap(([name, inner]): [string, unknown][] => {
    if (name !== chosen) return [[name, inner]]
    return isLast ? [] : [[name, mutate(inner, { where: further, how })]]
  })
  return Array.isArray(right) ? entries.map(([, inner]) => inner) : fromEntries(entries)
}

function change(right: unknown, how: How): unknown {
  if (how.kind === 'replace') return how.value
  if (how.kind === 'drop') return undefined
  if (how.kind === 'add') return fromEntries([...Object.entries(Object(right)), [how.key, how.value]])
  let nested = right
  for (let depth = 0; depth < how.depth; depth++) nested = [nested]
  return nested
}

/** Unlike an assignment, this makes `__proto__` a field like any other, as a parser of a hostile body might. */
function fromEntries(entries: [string, unknown][]): object {
  const made = {}
  for (const [name, inner] of entries)
    Object.defineProperty(made, name, { value: inner, enumerable: true, configurable: true, writable: true })
  return made
}
