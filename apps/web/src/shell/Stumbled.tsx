import { useLingui } from '@lingui/react/macro'
import { useRouter } from '@tanstack/react-router'
import { isRefused } from '../platform/api.ts'
import { useRefusal } from '../platform/useRefusal.ts'
import { Page } from '../ui/Page.tsx'
import { ErrorState } from '../ui/States.tsx'
import { NotFound } from './NotFound.tsx'

/** A page that could not be shown: what was refused, in words, and another try. */
export function Stumbled({ error, reset }: { error: unknown; reset?: () => void }) {
  const { t } = useLingui()
  const say = useRefusal()
  const router = useRouter()
  if (isRefused(error, 'notFound')) return <NotFound />
  const retry = () => {
    reset?.()
    void router.invalidate()
  }
  return (
    <Page title={t`This did not work`} width="narrow">
      <ErrorState text={say(error)} onRetry={retry} />
    </Page>
  )
}
