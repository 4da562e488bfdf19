import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { Text } from 'react-aria-components/Text'
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast'
import { IconButton } from './IconButton.tsx'
import { toasts } from './toasts.ts'

/** Where passing news is shown: bottom of the page, above the navigation of a phone. */
export function Toasts() {
  const { t } = useLingui()
  return (
    <ToastRegion
      queue={toasts}
      aria-label={t`News`}
      className="fixed inset-x-4 bottom-20 z-50 mx-auto flex max-w-md flex-col gap-2 outline-none sm:bottom-6"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="appear flex items-center gap-3 rounded-md bg-ink px-4 py-2 text-paper shadow-floating"
        >
          <ToastContent className="flex-1">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          <span className="rounded-full bg-surface">
            <IconButton slot="close" label={t`Close`} icon={X} />
          </span>
        </AriaToast>
      )}
    </ToastRegion>
  )
}
