import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { FrontFrame } from './FrontFrame.tsx'
import { openLink } from './queries.ts'
import { secretOfAddress } from './secret.ts'
import { useSubmit } from './useSubmit.ts'

/** Where a mailed sign-in link leads. One more press, so that a mail program that looks at links does not use it up. */
export function OpenLinkPage() {
  const { t } = useLingui()
  const { submit, isBusy, refusal } = useSubmit(async () => {
    await openLink(secretOfAddress())
    location.assign('/')
  })
  return (
    <FrontFrame title={t`You are nearly in`} lead={t`Your link is good for this one sign-in.`}>
      {refusal && (
        <Notice tone="poor" isUrgent>
          {refusal}
        </Notice>
      )}
      <Button tone="primary" size="large" isPending={isBusy} onPress={() => void submit()}>
        <Trans>Sign in</Trans>
      </Button>
      <Link href="/sign-in">
        <Trans>Sign in another way</Trans>
      </Link>
    </FrontFrame>
  )
}
