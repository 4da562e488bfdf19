import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from './IconButton.tsx'

type Props = {
  title: string
  /** `alertdialog` asks before something that cannot be undone. */
  role?: 'dialog' | 'alertdialog'
  /** With these the opener holds the state; without, put the dialog into a `DialogTrigger`. */
  isOpen?: boolean
  onOpenChange?: (open: boolean) => void
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A question or a form above the page; on a phone it rises from the bottom edge. */
export function Dialog({ title, role = 'dialog', children, ...state }: Props) {
  const { t } = useLingui()
  return (
    <ModalOverlay
      {...state}
      isDismissable={role === 'dialog'}
      className="fixed inset-0 z-40 flex items-end justify-center bg-scrim sm:items-center sm:p-6"
    >
      <Modal className="appear max-h-[92dvh] w-full overflow-auto rounded-t-lg border border-line bg-surface shadow-floating sm:max-w-xl sm:rounded-lg">
        <AriaDialog role={role} className="flex flex-col gap-5 p-5 outline-none sm:p-7">
          {({ close }) => (
            <>
              <header className="flex items-start justify-between gap-4">
                <Heading slot="title" className="pt-1.5 text-xl">
                  {title}
                </Heading>
                <IconButton label={t`Close`} icon={X} onPress={close} />
              </header>
              {typeof children === 'function' ? children(close) : children}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The row of answers at the foot of a dialog: the likely one last, where the thumb is. */
export function Answers({ children }: { children: ReactNode }) {
  return <footer className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">{children}</footer>
}

export { DialogTrigger } from 'react-aria-components/Dialog'
