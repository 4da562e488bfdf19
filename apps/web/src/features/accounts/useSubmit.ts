import { useState } from 'react'
import { useRefusal } from '../../platform/useRefusal.ts'

/** One form's sending: whether it is under way, and in words what was refused. */
export function useSubmit<A extends unknown[]>(send: (...given: A) => Promise<void>) {
  const say = useRefusal()
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const submit = async (...given: A) => {
    setBusy(true)
    setRefusal(undefined)
    await send(...given)
      .catch((caught: unknown) => setRefusal(say(caught)))
      .finally(() => setBusy(false))
  }
  return { submit, isBusy, refusal }
}
