import { type ReactNode, useEffect, useRef } from 'react'
import { Form as AriaForm } from 'react-aria-components/Form'

type Props = {
  /** Called with the fields by name, once the browser's own checks are content. */
  onSubmit: (fields: FormData) => void
  children: ReactNode
}

/** Fields with one purpose. What was written stays until the page is left, also after a refusal. */
export function Form({ onSubmit, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const { current } = form
    current?.addEventListener('input', judgeAgain)
    return () => current?.removeEventListener('input', judgeAgain)
  }, [])
  return (
    <AriaForm
      ref={form}
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

/**
 * Looks again at a field that was found wrong, while it is being mended. Otherwise its complaint would go only when the
 * next button is pressed, and the button would move away from under the finger.
 */
function judgeAgain({ target }: Event): void {
  const isWrong = target instanceof HTMLElement && target.getAttribute('aria-invalid') === 'true'
  if (isWrong) target.dispatchEvent(new Event('change', { bubbles: true }))
}
