import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components/Link'

type Look = {
  /** `primary` once a screen, `quiet` beside it, `plain` inside text and bars, `danger` where something ends. */
  tone?: 'primary' | 'quiet' | 'plain' | 'danger'
  size?: 'small' | 'normal' | 'large'
  icon?: LucideIcon
  children: ReactNode
}

const shape =
  'touch inline-flex cursor-pointer items-center justify-center gap-2 rounded-md border font-[560] transition-colors select-none disabled:cursor-default disabled:opacity-50 pending:opacity-70'

const tones = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-strong pressed:bg-accent-strong',
  quiet: 'border-line bg-surface text-ink shadow-raised hover:border-edge pressed:bg-sunken',
  plain: 'border-transparent bg-transparent text-accent hover:bg-accent-tint pressed:bg-accent-tint',
  danger: 'border-transparent bg-danger text-on-danger hover:opacity-90 pressed:opacity-90',
} as const

const sizes = {
  small: 'px-3 py-1 text-sm',
  normal: 'px-4 py-2 text-base',
  large: 'px-6 py-3 text-lg',
} as const

function look({ tone = 'quiet', size = 'normal' }: Omit<Look, 'children'>) {
  return `${shape} ${tones[tone]} ${sizes[size]}`
}

type ButtonProps = Look & Omit<AriaButtonProps, 'children' | 'className'>

/** A button with words. `isPending` keeps it focusable and says that it works. */
export function Button({ tone, size, icon: Icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={look({ ...(tone && { tone }), ...(size && { size }) })}>
      {Icon && <Icon aria-hidden className="size-[1.15em] shrink-0" />}
      {children}
    </AriaButton>
  )
}

type LinkButtonProps = Look & Omit<AriaLinkProps, 'children' | 'className'>

/** A link that leads to the next step, and so looks like a button. */
export function LinkButton({ tone, size, icon: Icon, children, ...rest }: LinkButtonProps) {
  return (
    <AriaLink {...rest} className={`${look({ ...(tone && { tone }), ...(size && { size }) })} no-underline`}>
      {Icon && <Icon aria-hidden className="size-[1.15em] shrink-0" />}
      {children}
    </AriaLink>
  )
}
