import { call } from '@ithaca/contract'
import { answer, type Live, whenGone } from '../../platform/live/answer.ts'
import type { Calls } from './calls.ts'
import { join, prepare, retake } from './join.ts'
import { leave, leavePolitely } from './leave.ts'
import * as signaling from './signaling.ts'

export function callCommands(live: Live, calls: Calls): void {
  answer(live, call.prepare, (asked) => prepare(calls, asked))
  answer(live, call.join, (asked) => join(calls, asked))
  answer(live, call.retake, async (asked) => retake(calls, asked))
  answer(live, call.leave, (asked) => leave(calls, asked))
  answer(live, call.connect, (asked) => signaling.connect(calls, asked))
  answer(live, call.restartIce, (asked) => signaling.restartIce(calls, asked))
  answer(live, call.produce, (asked) => signaling.produce(calls, asked))
  answer(live, call.pauseProducer, (asked) => signaling.pauseProducer(calls, asked))
  answer(live, call.closeProducer, (asked) => signaling.closeProducer(calls, asked))
  answer(live, call.pauseConsumer, (asked) => signaling.pauseConsumer(calls, asked))
  answer(live, call.preferLayers, (asked) => signaling.preferLayers(calls, asked))
  answer(live, call.raiseHand, (asked) => signaling.raiseHand(calls, asked))
  whenGone(live, ({ connection, dismissed }) => {
    for (const seat of calls.seats.ofConnection(connection)) {
      seat.connection = null
      seat.aloneSince = calls.parts.now().getTime()
      // Whoever has signed out is not to be seen and heard from there any longer, though the media may still flow.
      if (dismissed) calls.parts.later.run('call.dismissed', () => leavePolitely(calls, seat))
    }
  })
}
