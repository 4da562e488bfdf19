import type { SessionId } from '@ithaca/contract'
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { CallEngine } from './engine.ts'
import type { CallState } from './engine-state.ts'
import { engineParts } from './parts.ts'

export const Call = createContext<CallEngine | null>(null)

/** The engine of one session's call, for as long as its page is shown. Leaving the page leaves the call. */
export function useCallEngine(sessionId: SessionId): CallEngine | null {
  const [engine, setEngine] = useState<CallEngine | null>(null)
  useEffect(() => {
    const made = new CallEngine(engineParts(sessionId), sessionId)
    const hide = () => made.pageHides()
    addEventListener('pagehide', hide)
    setEngine(made)
    void made.prepare()
    return () => {
      removeEventListener('pagehide', hide)
      setEngine(null)
      made.close()
    }
  }, [sessionId])
  return engine
}

/** The call as it is now, and what can be done in it. */
export function useCall(): { state: CallState; engine: CallEngine } {
  const engine = useContext(Call)
  if (!engine) throw new Error('There is no call around this part.')
  return { state: useSyncExternalStore(engine.subscribe, engine.snapshot), engine }
}

/** How loud the own microphone is, some times a second. */
export function useLevel(): number {
  const { engine } = useCall()
  const [level, setLevel] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setLevel(Math.round(engine.level() * 40) / 40), 80)
    return () => clearInterval(timer)
  }, [engine])
  return level
}
