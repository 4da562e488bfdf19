import { type ReactNode, useId } from 'react'

type Props = {
  /** With a title the sheet is a region that can be jumped to. */
  title?: ReactNode
  /** What stands at the end of the title's line. */
  aside?: ReactNode
  children: ReactNode
}

/** A sheet of paper on the desk. */
export function Sheet({ title, aside, children }: Props) {
  const id = useId()
  if (!title) return <div className="sheet p-5 sm:p-6">{children}</div>
  return (
    <section aria-labelledby={id} className="sheet flex flex-col gap-4 p-5 sm:p-6">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={id} className="min-w-0 flex-1 basis-40 text-lg">
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  )
}

/** A part of a page with a title and no paper of its own. */
export function Section({ title, aside, children }: Props & { title: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  )
}
