import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Tone, toneFill } from './tones.ts'

/** A sentence that belongs to what is around it. `isUrgent` is read aloud at once. */
export function Notice({
  tone = 'help',
  icon: Icon,
  isUrgent,
  children,
}: {
  tone?: Tone
  icon?: LucideIcon
  isUrgent?: boolean
  children: ReactNode
}) {
  return (
    <div
      role={isUrgent ? 'alert' : 'status'}
      className={`flex items-start gap-3 rounded-md px-4 py-3 text-sm ${toneFill[tone]}`}
    >
      {Icon && <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />}
      <div className="flex-1">{children}</div>
    </div>
  )
}
