import { Trans, useLingui } from '@lingui/react/macro'
import { LinkButton } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'

/** No page at this address, or none for this person; which of the two is not told. */
export function NotFound() {
  const { t } = useLingui()
  return (
    <Page title={t`There is nothing here`} width="narrow">
      <p className="text-muted">
        <Trans>The address may be mistyped, or what it leads to is not meant for you.</Trans>
      </p>
      <div>
        <LinkButton href="/" tone="primary">
          <Trans>Go to the first page</Trans>
        </LinkButton>
      </div>
    </Page>
  )
}
