import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'

/** The look of whatever a person writes or chooses in. */
export const control =
  'touch w-full rounded-md border border-edge bg-surface px-3 py-2 text-base text-ink placeholder:text-muted hover:border-ink invalid:border-danger disabled:opacity-60'

export type FieldWords = {
  label: string
  description?: ReactNode
  /** A refusal about this field; the browser's own checks speak for themselves. */
  error?: string
}

/** What stands above and below a control: its label, a word of help, what is wrong. */
export function FieldFrame({ label, description, error, children }: FieldWords & { children: ReactNode }) {
  return (
    <>
      <Label className="text-sm font-[560]">{label}</Label>
      {children}
      {description && (
        <Text slot="description" className="text-sm text-muted">
          {description}
        </Text>
      )}
      <FieldError className="text-sm text-poor">{error ?? undefined}</FieldError>
    </>
  )
}
