import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { UNSAFE_PortalProvider as PortalProvider } from 'react-aria/PortalProvider'
import { IconButton } from './IconButton.tsx'

type Props = {
  title: string
  /** `alertdialog` asks before something that cannot be undone: a press beside it does not close it. */
  role?: 'dialog' | 'alertdialog'
  isOpen: boolean
  onOpenChange: (open: boolean) => void
  children: ReactNode | ((close: () => void) => ReactNode)
}

/**
 * A question or a form above the page; on a phone it rises from the bottom edge. It is the browser's own modal dialog,
 * which keeps the focus inside, closes on Escape and gives the focus back. Lists that open inside stand on it and not
 * in its sheet, which would cut them off.
 */
export function Dialog({ isOpen, ...rest }: Props) {
  return isOpen ? <OpenDialog {...rest} /> : null
}

function OpenDialog({ title, role = 'dialog', onOpenChange, children }: Omit<Props, 'isOpen'>) {
  const { t } = useLingui()
  const id = useId()
  const dialog = useModal()
  const close = () => onOpenChange(false)
  const closeBeside = (event: MouseEvent) => event.target === event.currentTarget && role === 'dialog' && close()
  return (
    // biome-ignore lint: Escape is the key of this press, and the browser hears it.
    <dialog
      ref={dialog}
      role={role}
      aria-labelledby={id}
      // News of a closing that was taken back meanwhile, as strict mode does, is no closing.
      onClose={({ currentTarget }) => currentTarget.open || close()}
      onClick={closeBeside}
      className="fixed inset-0 m-0 flex h-full max-h-none w-full max-w-none items-end justify-center overflow-visible bg-transparent text-ink backdrop:bg-scrim sm:items-center sm:p-6"
    >
      <div className="appear relative flex max-h-[92dvh] w-full flex-col gap-5 overflow-auto rounded-t-lg border border-line bg-surface p-5 shadow-floating sm:max-w-xl sm:rounded-lg sm:p-7">
        <h2 id={id} className="pe-12 pt-1 text-xl">
          {title}
        </h2>
        <PortalProvider getContainer={() => dialog.current}>
          {typeof children === 'function' ? children(close) : children}
        </PortalProvider>
        {/* Last in order, so that the focus begins with the answers and not with this. */}
        <div className="absolute end-4 top-4 sm:end-6 sm:top-6">
          <IconButton label={t`Close`} icon={X} onPress={close} />
        </div>
      </div>
    </dialog>
  )
}

/** Shows the dialog above everything while it is mounted; closing it before it goes gives the focus back. */
function useModal() {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const shown = dialog.current
    if (!shown?.open) shown?.showModal()
    return () => shown?.close()
  }, [])
  return dialog
}

/** The row of answers at the foot of a dialog: the likely one last, where the thumb is. */
export function Answers({ children }: { children: ReactNode }) {
  return <footer className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">{children}</footer>
}
