import { Trans, useLingui } from '@lingui/react/macro'
import { CloudOff, type LucideIcon, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'

/** Nothing here yet, and what to do about it. */
export function Empty({ icon: Icon, title, children }: { icon?: LucideIcon; title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-lg border border-dashed border-edge px-6 py-10 text-center">
      {Icon && <Icon aria-hidden strokeWidth={1.5} className="size-8 text-muted" />}
      <p className="font-title text-lg">{title}</p>
      {children && <div className="flex max-w-md flex-col items-center gap-4 text-muted">{children}</div>}
    </div>
  )
}

/** The shape of what is coming, while it comes. */
export function Loading({ lines = 3 }: { lines?: number }) {
  const { t } = useLingui()
  return (
    <div role="status" aria-busy="true" aria-label={t`Loading`} className="flex flex-col gap-3">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={`breathe h-5 rounded-sm bg-sunken ${line % 3 === 2 ? 'w-1/2' : 'w-full'}`} />
      ))}
    </div>
  )
}

/** Something could not be had; says what, and offers to try again. */
export function ErrorState({ text, onRetry }: { text: string; onRetry?: () => void }) {
  return (
    <div role="alert" className="flex flex-col items-start gap-4 rounded-lg bg-poor-tint px-5 py-4 text-poor">
      <p>{text}</p>
      {onRetry && (
        <Button size="small" icon={RotateCw} onPress={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      )}
    </div>
  )
}

/** Says that the network is gone, for as long as it is. */
export function OfflineBar({ isShown }: { isShown: boolean }) {
  if (!isShown) return null
  return (
    <Notice tone="fair" icon={CloudOff}>
      <Trans>You are offline. What you see may be old; it will be brought up to date by itself.</Trans>
    </Notice>
  )
}
