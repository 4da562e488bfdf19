import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { i18n, languages, speak } from '../../platform/i18n.ts'
import { Mark } from '../../ui/Mark.tsx'
import { useWindowTitle } from '../../ui/Page.tsx'
import { Shore } from './Shore.tsx'

/** The frame of the pages before the sign-in: what Ithaca is, the one thing to do here, the language. */
export function FrontFrame({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  useWindowTitle(title)
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(28rem,5fr)_7fr]">
      <main className="flex flex-col justify-between gap-10 px-6 py-8 sm:px-12">
        <Mark href="/sign-in" />
        <div className="appear mx-auto flex w-full max-w-sm flex-col gap-7">
          <header className="flex flex-col gap-2">
            <h1 className="text-2xl">{title}</h1>
            {lead && <p className="text-muted">{lead}</p>}
          </header>
          {children}
        </div>
        <Languages />
      </main>
      <aside className="relative hidden overflow-hidden border-s border-line bg-accent-tint lg:block">
        <p className="max-w-xl px-14 pt-20 font-title text-3xl text-balance text-accent-strong">
          <Trans>Far apart on the map, together every week.</Trans>
        </p>
        <Shore />
      </aside>
    </div>
  )
}

function Languages() {
  const { t } = useLingui()
  return (
    <nav aria-label={t`Language`} className="flex justify-center gap-1">
      {Object.entries(languages).map(([locale, { name }]) => (
        <Button
          key={locale}
          lang={locale}
          aria-current={i18n.locale === locale}
          onPress={() => void speak(locale as keyof typeof languages, 'front')}
          className={`touch cursor-pointer rounded-md px-3 text-sm ${i18n.locale === locale ? 'font-[560] text-ink' : 'text-muted hover:text-ink'}`}
        >
          {name}
        </Button>
      ))}
    </nav>
  )
}
