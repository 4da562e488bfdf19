import { ChevronLeft } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { Link } from './Link.tsx'

type Props = {
  title: string
  /** Said in the window's title in place of the title shown, where that would not be understood alone. */
  windowTitle?: string
  lead?: ReactNode
  back?: { href: string; text: string }
  /** What can be done with the whole page. */
  actions?: ReactNode
  width?: 'narrow' | 'normal' | 'wide'
  children: ReactNode
}

const widths = { narrow: 'max-w-2xl', normal: 'max-w-5xl', wide: 'max-w-7xl' } as const

/** The frame of every page: where it leads back to, its one title, what it is about. */
export function Page({ title, windowTitle, lead, back, actions, width = 'normal', children }: Props) {
  useWindowTitle(windowTitle ?? title)
  return (
    <div className={`mx-auto flex w-full flex-col gap-8 px-4 pt-6 pb-16 sm:px-8 sm:pt-10 ${widths[width]}`}>
      <header className="flex flex-col gap-3">
        {back && (
          <Link href={back.href} quiet>
            <span className="touch inline-flex items-center gap-1 text-sm text-muted">
              <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
              {back.text}
            </span>
          </Link>
        )}
        <div className="flex flex-wrap items-end justify-between gap-4">
          <h1 className="text-2xl">{title}</h1>
          {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
        </div>
        {lead && <div className="max-w-2xl text-muted">{lead}</div>}
      </header>
      {children}
    </div>
  )
}

/** Names the window, for tabs, history and screen readers. */
export function useWindowTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Ithaca`
  }, [title])
}
