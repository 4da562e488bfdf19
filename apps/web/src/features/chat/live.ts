import type { Conversation, Message, UserId } from '@ithaca/contract'
import { accounts } from '@ithaca/contract/accounts'
import { chat } from '@ithaca/contract/chat'
import { matches } from '@ithaca/contract/matches'
import { QueryObserver } from '@tanstack/react-query'
import { connectionNow, listen, watchConnection } from '../../platform/live.ts'
import { asking, queryClient, renew } from '../../platform/query.ts'
import { keepMark, keepMessage } from './apply.ts'
import { historyNow, historyOf, knownUpTo } from './history.ts'
import { marks } from './marks.ts'
import { outbox } from './queries.ts'
import { forgetTyping, keepTyping } from './typing.ts'

/** Hears what is said, marked and typed; sends what waits as soon as the connection is back. */
export function hearChat(): () => void {
  const me = queryClient.getQueryData(asking(accounts.me).queryKey)
  if (!me) return () => {}
  outbox.open(me.id)
  const hurry = () => connectionNow() === 'open' && outbox.hurry()
  const overview = new QueryObserver(queryClient, asking(chat.conversations))
  const deaf = [
    listen('chat.sent', (message) => hearMessage(message, me.id)),
    listen('chat.marked', (marked) => keepMark(marked, me.id)),
    listen('chat.typed', keepTyping),
    listen('matches.made', () => Promise.all([renew(chat.conversations), renew(matches.mine)])),
    watchConnection(hurry),
    // Watched for as long as the house is open, so that counts are right and what came is told, on every page.
    overview.subscribe(({ data = [] }) => tellDelivered(data, me.id)),
    () => outbox.close(),
  ]
  return () => {
    for (const stop of deaf) stop()
  }
}

function hearMessage(message: Message, readerId: UserId): void {
  const { conversationId } = message
  forgetTyping(message)
  keepMessage(message, readerId)
  const history = historyNow(conversationId)
  // Something before it was missed: asked for, after the last place that is sure.
  if (history.length > 0 && knownUpTo(history) < message.seq) {
    void queryClient.invalidateQueries({ queryKey: historyOf(conversationId).queryKey })
  }
}

function tellDelivered(conversations: readonly Conversation[], readerId: UserId): void {
  for (const { id, lastSeq, readers } of conversations) {
    const own = readers.find(({ userId }) => userId === readerId)
    if ((own?.deliveredSeq ?? 0) < lastSeq) marks.move(id, { deliveredSeq: lastSeq })
  }
}
