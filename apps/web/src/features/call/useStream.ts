import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Stream } from './engine-state.ts'
import { useCall } from './useCall.ts'

/** Plays a track in the element that the returned reference is given to. */
export function useTrack<E extends HTMLMediaElement>(track: MediaStreamTrack | null): RefObject<E | null> {
  const ref = useRef<E>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    element.srcObject = track && new MediaStream([track])
    return () => {
      element.srcObject = null
    }
  }, [track])
  return ref
}

/** Plays a picture, and lets the engine know how large it is shown, so that no more is sent than can be seen. */
export function usePicture(stream: Stream): RefObject<HTMLVideoElement | null> {
  const ref = useTrack<HTMLVideoElement>(stream.track)
  const { engine } = useCall()
  const { consumerId, track } = stream
  useLayoutEffect(() => {
    const element = ref.current
    if (!element || !consumerId) return
    return watchSize(element, (shown) => engine.show(consumerId, shown))
    // A new track under the same name is shown anew.
  }, [ref, engine, consumerId, track])
  return ref
}

/** Plays a sound on the chosen speaker. Tells whether the browser wants a touch before it plays anything. */
export function useSound({ consumerId, track }: Stream): {
  ref: RefObject<HTMLAudioElement | null>
  isBlocked: boolean
  play: () => void
} {
  const ref = useTrack<HTMLAudioElement>(track)
  const { state, engine } = useCall()
  const [isBlocked, setBlocked] = useState(false)
  const speaker = state.chosen.speaker
  const play = () => {
    ref.current?.play().then(
      () => setBlocked(false),
      (error: unknown) => setBlocked(error instanceof DOMException && error.name === 'NotAllowedError'),
    )
  }
  useEffect(play, [ref, track])
  useEffect(() => {
    if (consumerId) engine.show(consumerId, { isVisible: true, lines: 0 })
    return () => {
      if (consumerId) engine.show(consumerId, null)
    }
  }, [engine, consumerId, track])
  useEffect(() => {
    const element: (HTMLAudioElement & { setSinkId?: (id: string) => Promise<void> }) | null = ref.current
    // A speaker that was unplugged leaves the sound where the browser puts it.
    if (speaker) element?.setSinkId?.(speaker).catch(() => {})
  }, [ref, speaker, track])
  return { ref, isBlocked, play }
}

type Tell = (shown: { isVisible: boolean; lines: number } | null) => void

/** How long a picture may be out of sight before it is no longer sent: a glance at another tab costs nothing. */
const patience = 2000

function watchSize(element: HTMLElement, tell: Tell): () => void {
  let isOnScreen = true
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    clearTimeout(timer)
    const lines = Math.round(element.clientHeight * devicePixelRatio)
    const isVisible = isOnScreen && !document.hidden && lines > 0
    if (isVisible) tell({ isVisible, lines })
    else timer = setTimeout(() => tell({ isVisible: false, lines: 0 }), patience)
  }
  const sizes = new ResizeObserver(look)
  const places = new IntersectionObserver((entries) => {
    isOnScreen = entries.at(-1)?.isIntersecting ?? true
    look()
  })
  sizes.observe(element)
  places.observe(element)
  document.addEventListener('visibilitychange', look)
  // The element is there now: the stream need not wait for the observers' first word.
  look()
  return () => {
    clearTimeout(timer)
    sizes.disconnect()
    places.disconnect()
    document.removeEventListener('visibilitychange', look)
    tell(null)
  }
}
