import { randomUUID } from 'node:crypto'
import { accounts, type AnyRoute, chat, type contract, sessions } from '@ithaca/contract'
import type { Sent } from './house.ts'
import { anInvitation, aPlan, type Kind, kinds, mailedSecret, password, type World } from './world.ts'

type Contract = typeof contract
type RouteOf<Promise> = Extract<Promise, AnyRoute>

/** One request that is right in itself, and who may make it; whoever may not is told that there is nothing. */
export type Example<R extends AnyRoute = AnyRoute> = {
  may: readonly Kind[]
  /** A POST that changes nothing. */
  reads?: true
  sent(world: World, kind: Kind): Sent<R> | Promise<Sent<R>>
}

/** One example for each route of the contract: a new route without one does not compile. */
type Examples = {
  [F in keyof Contract]: {
    [K in keyof Contract[F] as Contract[F][K] extends AnyRoute ? K : never]: Example<RouteOf<Contract[F][K]>>
  }
}

const everybody = kinds
const signedIn = ['stranger', 'neighbor', 'mentor', 'mentee', 'coordinator'] as const
const tied = ['neighbor', 'mentor', 'mentee', 'coordinator'] as const
const ofMatch = ['mentor', 'mentee', 'coordinator'] as const
const pair = ['mentor', 'mentee'] as const
const coordinator = ['coordinator'] as const

const nothing = () => ({})
const id = () => randomUUID() as never
const emailOf = ({ people }: World, kind: Kind) => people[kind === 'nobody' ? 'mentor' : kind].email
const inProgram = ({ programId }: World) => ({ params: { programId } })
const inMatch = ({ matchId }: World) => ({ params: { matchId } })
const inConversation = ({ conversationId }: World) => ({ params: { conversationId } })
const inSession = ({ sessionId }: World) => ({ params: { sessionId } })
const inGoal = ({ goalId }: World) => ({ params: { goalId } })

async function secretFor(world: World, kind: Kind, ask: 'askLink' | 'askReset'): Promise<string> {
  const from = `10.1.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`
  await world.house.ask(null, accounts[ask], { body: { email: emailOf(world, kind) }, from })
  return mailedSecret(world.house)
}

export const examples: Examples = {
  accounts: {
    me: { may: signedIn, sent: nothing },
    update: { may: signedIn, sent: () => ({ body: { name: 'Ada Mora', locale: 'es', zone: 'America/Lima' } }) },
    signIn: { may: everybody, sent: (world, kind) => ({ body: { email: emailOf(world, kind), password } }) },
    signOut: { may: signedIn, sent: nothing },
    signOutEverywhere: { may: signedIn, sent: nothing },
    askLink: { may: everybody, sent: (world, kind) => ({ body: { email: emailOf(world, kind) } }) },
    openLink: {
      may: everybody,
      sent: async (world, kind) => ({ body: { secret: await secretFor(world, kind, 'askLink') } }),
    },
    askReset: { may: everybody, sent: (world, kind) => ({ body: { email: emailOf(world, kind) } }) },
    reset: {
      may: everybody,
      sent: async (world, kind) => ({ body: { secret: await secretFor(world, kind, 'askReset'), password } }),
    },
  },
  programs: {
    get: { may: tied, sent: inProgram },
    people: { may: coordinator, sent: inProgram },
    invite: {
      may: coordinator,
      sent: (world) => ({
        ...inProgram(world),
        body: { id: id(), email: `${randomUUID()}@school.example`, tie: 'mentee', minor: true },
      }),
    },
    withdrawInvitation: {
      may: coordinator,
      sent: async (world) => {
        const { invitationId } = await anInvitation(world)
        return { params: { programId: world.programId, invitationId } }
      },
    },
    openInvitation: {
      may: everybody,
      reads: true,
      sent: async (world) => ({ body: { secret: (await anInvitation(world)).secret } }),
    },
    acceptInvitation: {
      may: everybody,
      sent: async (world) => ({
        body: {
          secret: (await anInvitation(world)).secret,
          newcomer: { name: 'Dia', password, locale: 'ar', zone: 'Africa/Cairo' },
        },
      }),
    },
  },
  matches: {
    mine: { may: signedIn, sent: nothing },
    get: { may: ofMatch, sent: inMatch },
    inProgram: { may: coordinator, sent: inProgram },
    make: {
      may: coordinator,
      sent: ({ programId, people }) => ({
        params: { programId },
        body: { id: id(), mentorIds: [people.neighbor.id], menteeIds: [people.mentee.id] },
      }),
    },
  },
  sessions: {
    list: { may: signedIn, sent: () => ({ query: { when: 'past', limit: 5 } }) },
    get: { may: ofMatch, sent: inSession },
    plan: {
      may: ofMatch,
      sent: (world) => ({
        ...inMatch(world),
        body: { id: id(), startsAt: '2026-05-04T15:00:00.000Z', minutes: 45, topic: 'What next', zone: 'Asia/Kolkata' },
      }),
    },
    move: {
      may: ofMatch,
      sent: async (world) => ({
        params: { sessionId: await aPlan(world) },
        body: { startsAt: '2026-05-05T15:00:00.000Z', minutes: 60 },
      }),
    },
    cancel: {
      may: ofMatch,
      sent: async (world) => ({ params: { sessionId: await aPlan(world) }, body: { reason: 'ill', words: 'A cold.' } }),
    },
    answer: {
      may: pair,
      sent: async (world, kind) => {
        const answer = kind === 'mentor' ? 'declined' : 'accepted'
        return { params: { sessionId: await aPlan(world) }, body: { answer } }
      },
    },
  },
  attendance: {
    list: {
      may: coordinator,
      sent: (world) => ({ ...inProgram(world), query: { from: '2026-01-01', outcome: 'held', sort: 'longest' } }),
    },
    csv: { may: coordinator, sent: (world) => ({ ...inProgram(world), query: { to: '2026-12-31' } }) },
    ofSession: { may: ofMatch, sent: inSession },
    correct: {
      may: coordinator,
      sent: async (world) => {
        const sessionId = await aPlan(world)
        const body = { reason: 'clash', words: '' } as const
        await world.house.ask(world.people.mentor, sessions.cancel, { params: { sessionId }, body })
        return { params: { sessionId }, body: { id: id(), outcome: 'excused', reason: 'A power cut in town.' } }
      },
    },
    tellTrouble: {
      may: ofMatch,
      sent: (world) => ({ ...inSession(world), body: { id: id(), seatId: id(), kind: 'deviceBlocked' } }),
    },
  },
  chat: {
    conversations: { may: signedIn, sent: nothing },
    conversation: { may: pair, sent: inConversation },
    ofMatch: { may: pair, sent: inMatch },
    messages: { may: pair, sent: (world) => ({ ...inConversation(world), query: { after: 0, limit: 10 } }) },
    send: { may: pair, sent: (world) => ({ ...inConversation(world), body: { id: id(), body: 'See you at six.' } }) },
    mark: {
      may: pair,
      sent: async (world, kind) => {
        const other = kind === 'mentor' ? world.people.mentee : world.people.mentor
        const message = { ...inConversation(world), body: { id: id(), body: 'Are you there?' } }
        const { seq } = (await world.house.ask(other, chat.send, message)).ok
        return { ...inConversation(world), body: { deliveredSeq: seq, readSeq: seq } }
      },
    },
  },
  goals: {
    list: { may: pair, sent: inMatch },
    create: {
      may: pair,
      sent: (world) => ({
        ...inMatch(world),
        body: { id: id(), title: 'Read a book', why: 'To know.', dueOn: '2026-06-01' },
      }),
    },
    update: {
      may: pair,
      sent: (world, kind) => ({ ...inGoal(world), body: { title: `A goal of ${kind}`, state: 'active' } }),
    },
    addStep: { may: pair, sent: (world) => ({ ...inGoal(world), body: { id: id(), text: 'Begin', dueOn: null } }) },
    changeStep: {
      may: pair,
      sent: ({ goalId, stepId }, kind) => ({
        params: { goalId, stepId },
        body: { text: `A step of ${kind}`, dueOn: '2026-04-01', done: kind === 'mentor' },
      }),
    },
    addNote: { may: pair, sent: (world) => ({ ...inGoal(world), body: { id: id(), text: 'It goes well.' } }) },
  },
  call: {},
  mail: {
    outbox: { may: everybody, sent: () => ({ from: '127.0.0.1' }) },
  },
}
