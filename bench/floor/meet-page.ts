import type { ConsumerOptions, RtpCapabilities, TransportOptions } from '@ithaca/contract'
import { Device } from 'mediasoup-client'
import type { Transport } from 'mediasoup-client/types'
import { io } from 'socket.io-client'

// The least a mediasoup page can do: one socket, transports made before the click, streams offered in the same answer.
type Joined = {
  send: TransportOptions
  receive: TransportOptions
  consumers: ConsumerOptions[]
  warmUp: ConsumerOptions
}

declare global {
  interface Window {
    ready: Promise<void>
    meet(): Promise<number>
  }
}

const socket = io({ transports: ['websocket'] })
const ask = <T>(verb: string, input: object = {}): Promise<T> => socket.emitWithAck(`floor.${verb}`, input)
let send: Transport
let receive: Transport
let joined: Joined
let camera: MediaStream
/** Streams that were offered before the click. */
const offered: ConsumerOptions[] = []
let take = (offer: ConsumerOptions): void => void offered.push(offer)
socket.on('consumable', (offer: ConsumerOptions) => take(offer))

window.ready = prepare()
window.meet = async () => {
  const start = performance.now()
  const seen = new Promise<number>((resolve) => {
    const look = async (offer: ConsumerOptions) => {
      const consumer = await receive.consume(offer)
      if (offer.kind === 'video') show(consumer.track, () => resolve(performance.now() - start))
      await ask('resumeConsumer', { consumerId: offer.id })
    }
    take = (offer) => void look(offer)
    for (const offer of [...joined.consumers, ...offered]) take(offer)
  })
  if (joined.consumers.length === 0) void receive.consume(joined.warmUp)
  for (const track of camera.getTracks()) void send.produce({ track, appData: { source: track.kind } })
  return seen
}

async function prepare(): Promise<void> {
  const device = new Device()
  await device.load({ routerRtpCapabilities: await ask<RtpCapabilities>('capabilities') })
  camera = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 360 }, audio: true })
  joined = await ask<Joined>('join', { capabilities: device.recvRtpCapabilities })
  send = device.createSendTransport(joined.send)
  receive = device.createRecvTransport(joined.receive)
  for (const [direction, transport] of [
    ['send', send],
    ['receive', receive],
  ] as const) {
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      ask('connect', { direction, dtlsParameters }).then(done, failed)
    })
  }
  send.on('produce', ({ kind, rtpParameters }, done, failed) => {
    const source = kind === 'video' ? 'camera' : 'microphone'
    ask<{ producerId: string }>('produce', { kind, source, rtpParameters, paused: false }).then(
      ({ producerId }) => done({ id: producerId }),
      failed,
    )
  })
}

function show(track: MediaStreamTrack, seen: () => void): void {
  const video = document.createElement('video')
  video.muted = true
  video.autoplay = true
  video.srcObject = new MediaStream([track])
  document.body.append(video)
  video.requestVideoFrameCallback(seen)
}
