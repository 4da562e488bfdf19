import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast'

export const toasts = new ToastQueue<{ text: string }>({ maxVisibleToasts: 3 })

/** Shows passing news for a few seconds; nothing that must be read belongs here. */
export function toast(text: string): void {
  toasts.add({ text }, { timeout: 6000 })
}
