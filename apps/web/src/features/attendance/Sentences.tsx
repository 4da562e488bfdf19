import type { Session, UserId } from '@ithaca/contract'
import type { Explanation } from '@ithaca/domain/attendance-words'
import { useSentence } from './useSentence.ts'

/** The verdict explained: each number of the rule beside what was measured. */
export function Sentences({ session, sentences }: { session: Session; sentences: readonly Explanation<UserId>[] }) {
  const say = useSentence(session)
  return (
    <ul className="flex max-w-prose list-disc flex-col gap-1 ps-5 marker:text-edge">
      {sentences.map((sentence, place) => (
        <li key={`${sentence.code}-${place}`}>{say(sentence)}</li>
      ))}
    </ul>
  )
}
