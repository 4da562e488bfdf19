import { I18nProvider } from '@lingui/react'
import { type ReactNode, useSyncExternalStore } from 'react'
import { I18nProvider as AriaI18nProvider } from 'react-aria-components/I18nProvider'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { i18n } from './i18n.ts'

/** Gives everything below it the page's language and direction. */
export function Words({ children }: { children: ReactNode }) {
  const locale = useSyncExternalStore(
    (changed) => i18n.on('change', changed),
    () => i18n.locale,
  )
  return (
    <I18nProvider i18n={i18n}>
      <AriaI18nProvider locale={locale}>
        <ErrorBoundary>{children}</ErrorBoundary>
      </AriaI18nProvider>
    </I18nProvider>
  )
}
