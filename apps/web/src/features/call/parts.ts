import type { SessionId, TroubleKind } from '@ithaca/contract'
import { attendance } from '@ithaca/contract/attendance'
import { SeatId, TroubleId } from '@ithaca/contract/ids'
import { api, isRefused } from '../../platform/api.ts'
import { ask, connectionNow, hurryLive, listen, renewLive, watchConnection } from '../../platform/live.ts'
import { mint } from '../../platform/mint.ts'
import type { EngineParts } from './engine-parts.ts'
import { Meter } from './meter.ts'

/** Seats this page holds already: it may take them again. */
const claimed = new Set<SeatId>()

/** What a call's engine reaches for in a real page. The media library is on its way from here on. */
export function engineParts(sessionId: SessionId): EngineParts {
  const library = import('mediasoup-client')
  return {
    ask,
    listen,
    connection: {
      isOpen: () => connectionNow() === 'open',
      watch: watchConnection,
      renew: renewLive,
      hurry: hurryLive,
    },
    loadDevice: async (routerRtpCapabilities) => {
      const { Device } = await library
      const device = await Device.factory()
      await device.load({ routerRtpCapabilities })
      return device
    },
    media: navigator.mediaDevices,
    measure: (track) => new Meter(track),
    claim,
    mintSeatId: () => mint(SeatId),
    tellTrouble: (kind, seatId) => void tellTrouble(sessionId, { kind, seatId }),
    storage: { choices: storageOf('localStorage'), seat: storageOf('sessionStorage') },
  }
}

/** Holds a name for as long as this page lives. Where the browser has no locks, a copied tab is not noticed. */
async function claim(seatId: SeatId): Promise<boolean> {
  if (!navigator.locks || claimed.has(seatId)) return true
  return new Promise((resolve) => {
    void navigator.locks.request(`ithaca.seat.${seatId}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      if (!lock) return undefined
      claimed.add(seatId)
      return new Promise(() => {})
    })
  })
}

const waits = [1000, 3000, 10_000, 30_000]

/** Trouble most often comes while the network is gone, so telling it is tried for a while. */
async function tellTrouble(sessionId: SessionId, trouble: { kind: TroubleKind; seatId: SeatId }): Promise<void> {
  const told = { params: { sessionId }, body: { id: mint(TroubleId), ...trouble } }
  for (const wait of waits) {
    try {
      await api(attendance.tellTrouble, told)
      return
    } catch (caught) {
      if (!isRefused(caught, 'unavailable')) return
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}

/** Some privacy settings make the mere look at storage throw. */
function storageOf(name: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return globalThis[name]
  } catch {
    return null
  }
}
