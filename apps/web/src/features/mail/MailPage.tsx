import type { LocalMail } from '@ithaca/contract'
import { mail } from '@ithaca/contract/mail'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { MailOpen } from 'lucide-react'
import { browserLocale } from '../../platform/i18n.ts'
import { asking } from '../../platform/query.ts'
import { browserZone, dayAndTime } from '../../platform/time.ts'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Page } from '../../ui/Page.tsx'
import { Empty, ErrorState, Loading } from '../../ui/States.tsx'

/** The mails that this house could not send because no mail server is configured. */
export function MailPage() {
  const { t } = useLingui()
  const say = useRefusal()
  const outbox = useQuery({ ...asking(mail.outbox), refetchInterval: 3_000 })
  return (
    <main>
      <Page
        title={t`Local mail`}
        lead={<Trans>No mail server is configured, so mails stay here. Only this machine can see them.</Trans>}
      >
        {outbox.isPending && <Loading lines={5} />}
        {outbox.isError && <ErrorState text={say(outbox.error)} onRetry={() => void outbox.refetch()} />}
        {outbox.data && <Mails mails={outbox.data} />}
      </Page>
    </main>
  )
}

function Mails({ mails }: { mails: readonly LocalMail[] }) {
  const { t } = useLingui()
  const reader = { locale: browserLocale(), zone: browserZone() }
  if (mails.length === 0) return <Empty icon={MailOpen} title={t`No mail yet`} />
  return (
    <ol aria-label={t`Mails`} className="flex flex-col gap-4">
      {mails.map(({ id, to, subject, text, at }) => (
        <li key={id} className="sheet flex flex-col gap-3 p-5">
          <h2 className="text-lg">{subject}</h2>
          <p className="text-sm text-muted">
            {to}, {dayAndTime(at, reader)}
          </p>
          <p dir="auto" className="break-words whitespace-pre-line">
            <WithLinks text={text} />
          </p>
        </li>
      ))}
    </ol>
  )
}

/** The house's own links can be followed; nothing else in a mail is more than text. */
function WithLinks({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part) =>
    URL.canParse(part) && new URL(part).host === location.host ? (
      <a key={part} href={part} className="text-accent underline">
        {part}
      </a>
    ) : (
      part
    ),
  )
}
