import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Tone, toneFill } from './tones.ts'

/** A short word on how a thing stands. */
export function Badge({
  tone = 'neutral',
  icon: Icon,
  children,
}: {
  tone?: Tone
  icon?: LucideIcon
  children: ReactNode
}) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-xs font-[560] whitespace-nowrap ${toneFill[tone]}`}
    >
      {Icon && <Icon aria-hidden className="size-3.5" />}
      {children}
    </span>
  )
}

/** A number that wants to be seen, such as what is unread. The text says what it counts. */
export function Count({ value, text }: { value: number; text: string }) {
  if (value === 0) return null
  return (
    <span className="inline-flex min-w-6 items-center justify-center rounded-full bg-accent px-1.5 text-xs font-[560] text-on-accent">
      <span aria-hidden>{value > 99 ? '99+' : value}</span>
      <span className="sr-only">{text}</span>
    </span>
  )
}
