import type { Session } from '@ithaca/contract'
import { chat } from '@ithaca/contract/chat'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { MessagesSquare, Target } from 'lucide-react'
import { asking } from '../../platform/query.ts'
import { LinkButton } from '../../ui/Button.tsx'

/** From a session to what its match talks about and works on. Only the pair may go there. */
export function Ways({ session: { matchId } }: { session: Session }) {
  const { t } = useLingui()
  const conversation = useQuery(asking(chat.ofMatch, { params: { matchId } }))
  return (
    <nav aria-label={t`Of this match`} className="flex flex-wrap gap-3">
      {conversation.data && (
        <LinkButton href={`/conversations/${conversation.data.id}`} icon={MessagesSquare}>
          <Trans>Conversation</Trans>
        </LinkButton>
      )}
      <LinkButton href={`/matches/${matchId}/goals`} icon={Target}>
        <Trans>Goals</Trans>
      </LinkButton>
    </nav>
  )
}
