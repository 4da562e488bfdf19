import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps } from 'react-aria-components/Checkbox'

type Props = Omit<CheckboxProps, 'children' | 'className'> & { children: ReactNode }

/** Yes or no, as part of a form or a list of steps. */
export function Checkbox({ children, ...rest }: Props) {
  return (
    <AriaCheckbox {...rest} className="group touch inline-flex cursor-pointer items-center gap-3 disabled:opacity-60">
      <span className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm border-2 border-edge bg-surface text-on-accent group-focus-visible:outline-3 group-focus-visible:outline-offset-2 group-focus-visible:outline-focus group-selected:border-accent group-selected:bg-accent group-invalid:border-danger">
        <Check aria-hidden strokeWidth={3} className="size-4 opacity-0 group-selected:opacity-100" />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  )
}
