import type { ReactNode } from 'react'
import { Form as AriaForm } from 'react-aria-components/Form'

type Props = {
  /** Called with the fields by name, once the browser's own checks are content. */
  onSubmit: (fields: FormData) => void
  children: ReactNode
}

/** Fields with one purpose. What was written stays until the page is left, also after a refusal. */
export function Form({ onSubmit, children }: Props) {
  return (
    <AriaForm
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(new FormData(event.currentTarget))
      }}
    >
      {children}
    </AriaForm>
  )
}
