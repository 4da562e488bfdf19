import type { Answer, Session } from '@ithaca/contract'
import { Trans } from '@lingui/react/macro'
import { Check, X } from 'lucide-react'
import { useRef } from 'react'
import { useAccount } from '../../platform/signIn.tsx'
import { useNow } from '../../platform/time.ts'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useAnswer } from './queries.ts'
import { ownPlace } from './stand.ts'

/** The answer of a person who was asked to come; it can be changed until the planned end. */
export function AnswerBar({ session }: { session: Session }) {
  const say = useRefusal()
  const own = ownPlace(session, useAccount())
  const answer = useAnswer(session)
  const now = useNow(10_000)
  const said = useRef<HTMLParagraphElement>(null)
  if (!own || session.state === 'cancelled' || now >= Date.parse(session.endsAt)) return null
  // The button that was pressed goes away with the answer, so the focus moves to what is said of it.
  const give = (next: Exclude<Answer, 'waiting'>) =>
    answer.mutate({ answer: next }, { onSuccess: () => said.current?.focus() })
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <p ref={said} tabIndex={-1} className="me-auto outline-none">
          {own.answer === 'waiting' && <Trans>Can you come?</Trans>}
          {own.answer === 'accepted' && <Trans>You said yes.</Trans>}
          {own.answer === 'declined' && <Trans>You declined.</Trans>}
        </p>
        {own.answer !== 'declined' && (
          <Button size="small" icon={X} onPress={() => give('declined')}>
            <Trans>Decline</Trans>
          </Button>
        )}
        {own.answer !== 'accepted' && (
          <Button size="small" icon={Check} onPress={() => give('accepted')}>
            <Trans>Accept</Trans>
          </Button>
        )}
      </div>
      {answer.isError && (
        <Notice tone="poor" isUrgent>
          {say(answer.error)}
        </Notice>
      )}
    </div>
  )
}
