const sizes = {
  small: 'size-8 text-xs',
  normal: 'size-11 text-base',
  large: 'size-16 text-xl',
  huge: 'size-28 text-3xl',
} as const
const tints = [
  'bg-(--tint-1)',
  'bg-(--tint-2)',
  'bg-(--tint-3)',
  'bg-(--tint-4)',
  'bg-(--tint-5)',
  'bg-(--tint-6)',
] as const

/** The first letters of a person's first and last name, in any script. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : words
  return ends
    .map((word) => [...new Intl.Segmenter().segment(word ?? '')][0]?.segment.toLocaleUpperCase() ?? '')
    .join('')
}

/** A person's tint, the same on every screen. */
function tintOf(name: string): string {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return tints[sum % tints.length] ?? tints[0]
}

/** A person at a glance. The name stands beside it, so a screen reader skips it. */
export function Avatar({ name, size = 'normal' }: { name: string; size?: keyof typeof sizes }) {
  return (
    <span
      aria-hidden
      className={`inline-flex shrink-0 items-center justify-center rounded-full font-title font-[560] text-ink select-none ${sizes[size]} ${tintOf(name)}`}
    >
      {initials(name)}
    </span>
  )
}
