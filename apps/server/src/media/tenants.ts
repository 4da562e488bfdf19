import type { MediaNews } from '@ithaca/contract'

/** Remembers which rooms and peers live on a node, so that their end can be told when the node forgot them. */
export class Tenants {
  readonly #rooms = new Map<string, Set<string>>()

  add(roomId: string, peerId: string): void {
    this.#rooms.set(roomId, (this.#rooms.get(roomId) ?? new Set()).add(peerId))
  }

  remove(roomId: string, peerId: string): void {
    const peers = this.#rooms.get(roomId)
    peers?.delete(peerId)
    if (peers?.size === 0) this.#rooms.delete(roomId)
  }

  removeRoom(roomId: string): void {
    this.#rooms.delete(roomId)
  }

  hear(news: MediaNews): void {
    if (news.type === 'roomGone') this.removeRoom(news.roomId)
    if (news.type === 'peerGone') this.remove(news.roomId, news.peerId)
  }

  /** Hands over all rooms and knows none afterwards. */
  evict(): string[] {
    const rooms = [...this.#rooms.keys()]
    this.#rooms.clear()
    return rooms
  }
}
