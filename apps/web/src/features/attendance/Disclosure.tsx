import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** More of the same for whoever asks: closed until then. */
export function Disclosure({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="touch flex w-fit cursor-pointer list-none items-center gap-1.5 rounded-sm pe-2 text-sm text-accent hover:underline">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90 rtl:-scale-x-100" />
        {title}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  )
}
