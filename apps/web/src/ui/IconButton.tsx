import type { LucideIcon } from 'lucide-react'
import { Button, type ButtonProps } from 'react-aria-components/Button'

type IconButtonProps = Omit<ButtonProps, 'children' | 'className' | 'aria-label'> & {
  label: string
  icon: LucideIcon
  /** `solid` stands out from a picture behind it; `alert` says that something is off or ends. */
  tone?: 'plain' | 'solid' | 'alert' | 'accent'
  /** For a button that stays pressed; leave it out where the label itself changes. */
  pressed?: boolean
  size?: 'normal' | 'large'
}

const tones = {
  plain: 'border-transparent text-muted hover:bg-sunken hover:text-ink',
  solid: 'border-line bg-surface text-ink shadow-raised hover:border-edge',
  alert: 'border-transparent bg-danger text-on-danger hover:opacity-90',
  accent: 'border-transparent bg-accent text-on-accent hover:bg-accent-strong',
} as const

/** A button whose picture says enough for the eye; its label is its name and its tooltip. */
export function IconButton({ label, icon: Icon, tone = 'plain', pressed, size = 'normal', ...rest }: IconButtonProps) {
  const large = size === 'large'
  return (
    <Button
      {...rest}
      aria-label={label}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
      className={`touch inline-flex cursor-pointer items-center justify-center rounded-full border transition-colors disabled:cursor-default disabled:opacity-50 ${tones[tone]} ${large ? 'size-14' : 'size-11'}`}
    >
      <span title={label} className="contents">
        <Icon aria-hidden className={large ? 'size-6' : 'size-5'} />
      </span>
    </Button>
  )
}
