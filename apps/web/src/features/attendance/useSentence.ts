import type { Session, UserId } from '@ithaca/contract'
import type { Explanation } from '@ithaca/domain/attendance-words'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { isolated } from '../../platform/isolated.ts'
import { useReader } from '../../platform/signIn.tsx'
import { dayAndTime, lengthOf } from '../../platform/time.ts'
import { comparedLengths } from './lengths.ts'

type OfPerson = Extract<Explanation<UserId>, { userId: UserId }>
type OfSession = Exclude<Explanation<UserId>, { userId: UserId }>

/** Says a sentence of an explanation in the reader's language. */
export function useSentence({ people }: Session): (sentence: Explanation<UserId>) => string {
  const { t } = useLingui()
  const ofPerson = usePersonSentence()
  const ofSession = useSessionSentence()
  return (sentence) => {
    if (!('userId' in sentence)) return ofSession(sentence)
    const name = people.find(({ id }) => id === sentence.userId)?.name
    return ofPerson(sentence, name ? isolated(name) : t`The coordinator`)
  }
}

function useSessionSentence(): (sentence: OfSession) => string {
  const { t } = useLingui()
  const reader = useReader()
  const { locale } = reader
  return ({ code, values }) => {
    switch (code) {
      case 'cancelled':
      case 'lateCancellation': {
        const [before, limit] = comparedLengths(Math.max(0, values.beforeMs), values.limitMs, locale)
        if (code === 'cancelled')
          return t`Cancelled ${before} before the start. Up to ${limit} before counts as in time.`
        return t`Cancelled ${before} before the start. Less than ${limit} before counts as late.`
      }
      case 'excused':
        return t`A coordinator accepted the reason.`
      case 'undecided':
        return t`It is too early to say what this comes to.`
      case 'bothAbsent':
        return t`Neither side came, and neither tried to.`
      case 'provisional': {
        const at = dayAndTime(new Date(values.finalAt).toISOString(), reader)
        return t`This is provisional until ${at}: late evidence can still change it.`
      }
      case 'together': {
        const length = lengthOf(values.ms, locale)
        const { stretches } = values
        return t`Mentor and mentee were there together for ${length}, in ${plural(stretches, { one: '# stretch', other: '# stretches' })}.`
      }
      case 'neverTogether':
        return t`Both came, but never at the same time.`
      case 'heldBecause':
      case 'partialBecause': {
        const [dyad, threshold] = comparedLengths(values.dyadMs, values.thresholdMs, locale)
        if (code === 'heldBecause')
          return t`That is at least the ${threshold} the rule asks for, so the session was held.`
        return t`The rule asks for ${threshold} together; ${dyad} is less, so the session was held in part.`
      }
    }
  }
}

function usePersonSentence(): (sentence: OfPerson, name: string) => string {
  const { t } = useLingui()
  const { locale } = useReader()
  return ({ code, values }, name) => {
    switch (code) {
      case 'present': {
        const length = lengthOf(values.ms, locale)
        return t`${name} was there for ${length}.`
      }
      case 'devices': {
        const { count } = values
        return t`${name} came with ${plural(count, { one: '# device', other: '# devices' })}; time on two at once counts once.`
      }
      case 'bridged': {
        const limit = lengthOf(values.limitMs, locale)
        const { gaps } = values
        return t`${name} lost the connection for a moment: ${plural(gaps, { one: '# gap', other: '# gaps' })} of up to ${limit} counted as presence.`
      }
      case 'late': {
        const [length, limit] = comparedLengths(values.ms, values.limitMs, locale)
        return t`${name} came ${length} after the start; more than ${limit} counts as late.`
      }
      case 'leftEarly': {
        const length = lengthOf(values.ms, locale)
        return t`${name} left ${length} before the planned end, while the other stayed.`
      }
      case 'noShow': {
        const length = lengthOf(values.afterMs, locale)
        return t`${length} after the start, ${name} had neither come nor tried to.`
      }
      case 'technicalFailure': {
        const [length, limit] = comparedLengths(values.presentMs, values.limitMs, locale)
        const { attempts } = values
        return t`${name} wanted to come (${plural(attempts, { one: '# try', other: '# tries' })}) but was connected for ${length}, less than ${limit}. That is a technical failure: it asks for help and blames nobody.`
      }
      case 'attempts': {
        const { count } = values
        return t`On the way in, ${name} had ${plural(count, { one: '# try', other: '# tries' })}.`
      }
    }
  }
}
