import type { ReactNode } from 'react'
import { Switch as AriaSwitch, type SwitchProps } from 'react-aria-components/Switch'

type Props = Omit<SwitchProps, 'children' | 'className'> & { children: ReactNode }

/** On or off, at once. */
export function Switch({ children, ...rest }: Props) {
  return (
    <AriaSwitch {...rest} className="group touch inline-flex cursor-pointer items-center gap-3 disabled:opacity-60">
      <span className="inline-flex h-7 w-12 shrink-0 items-center rounded-full border-2 border-edge bg-sunken p-0.5 transition-colors group-focus-visible:outline-3 group-focus-visible:outline-offset-2 group-focus-visible:outline-focus group-selected:border-accent group-selected:bg-accent">
        <span
          data-fill
          className="size-5 rounded-full bg-edge transition-[margin,background-color] group-selected:ms-5 group-selected:bg-on-accent"
        />
      </span>
      {children}
    </AriaSwitch>
  )
}
