import type { Attempt } from '@ithaca/contract'
import { between } from './ids.ts'

/** Somebody's device in the call, in seconds from the planned start. The mentor is 0, mentees are 1 and on. */
export type Stay = { who: number; from: number; to: number }
/** Something that went wrong, or a try that led nowhere. */
export type Trouble = { who: number; at: number; kind: Attempt['kind'] }
export type Scene = { stays: Stay[]; troubles: Trouble[] }

type Setting = { seconds: number; mentees: number; dice: (low: number, high: number, words: string) => number }
type Play = (setting: Setting) => Scene

/** What happens in a session, by the letter that stands for it in the cast. What it comes to is judged, not written. */
const plays: Record<string, Play> = {
  /** They meet, everybody about on time. */
  h: (setting) => whole([mentorIn(setting), ...menteesIn(setting)]),
  /** A mentee comes late. */
  l: (setting) =>
    whole([mentorIn(setting), ...replaceFirst(menteesIn(setting), { from: setting.dice(370, 730, 'late') })]),
  /** The mentor comes late. */
  L: (setting) => whole([{ ...mentorIn(setting), from: setting.dice(370, 540, 'late') }, ...menteesIn(setting)]),
  /** A mentee has to leave early. */
  e: (setting) => {
    const to = setting.seconds - setting.dice(480, 660, 'early')
    return whole([mentorIn(setting), ...replaceFirst(menteesIn(setting), { to })])
  },
  /** A mentee's network drops for a moment, and later they change to another device. */
  r: (setting) => {
    const { seconds } = setting
    const [first, ...rest] = menteesIn(setting)
    if (!first) return whole([mentorIn(setting), ...rest])
    const cut = Math.round(seconds * 0.35)
    const change = Math.round(seconds * 0.7)
    const pieces = [
      { ...first, to: cut },
      { ...first, from: cut + 17, to: change + 25 },
      { ...first, from: change, to: first.to },
    ]
    return { stays: [mentorIn(setting), ...rest, ...pieces], troubles: [{ who: 1, at: cut, kind: 'connectionLost' }] }
  },
  /** The mentee's connection is gone after a few minutes and does not come back. */
  p: (setting) => cutShort(setting, 1),
  /** The same, on the mentor's side. */
  q: (setting) => cutShort(setting, 0),
  /** The mentor does not come. */
  M: (setting) => whole(menteesIn(setting).map((stay) => ({ ...stay, to: setting.dice(720, 900, 'gave up') }))),
  /** No mentee comes. */
  m: (setting) => whole([{ ...mentorIn(setting), to: setting.dice(780, 960, 'gave up') }]),
  /** Nobody comes. */
  b: () => whole([]),
  /** The mentee tries three times and is in for forty seconds. */
  t: (setting) => {
    const tries = [130, 310, 520].map((at): Trouble => ({ who: 1, at, kind: 'connectionFailed' }))
    return {
      stays: [
        { ...mentorIn(setting), to: 1260 },
        { who: 1, from: 318, to: 358 },
      ],
      troubles: tries,
    }
  },
  /** The mentee's device refuses the microphone. */
  d: (setting) => {
    const tries = [70, 160, 290].map((at): Trouble => ({ who: 1, at, kind: 'deviceBlocked' }))
    return { stays: [{ ...mentorIn(setting), to: 1140 }], troubles: tries }
  },
  /** Cancelled in time. */
  c: () => whole([]),
  /** Cancelled too late. */
  x: () => whole([]),
}

/** Plays what a letter stands for. The same words give the same seconds. */
export function play(letter: string, { seconds, mentees }: Omit<Setting, 'dice'>, words: string): Scene {
  const scene = plays[letter]
  if (!scene) throw new Error(`No scene is called ${letter}.`)
  return scene({ seconds, mentees, dice: (low, high, what) => between(low, high, `${words} ${what}`) })
}

function whole(stays: Stay[]): Scene {
  return { stays, troubles: [] }
}

function mentorIn({ seconds, dice }: Setting): Stay {
  return { who: 0, from: dice(-260, -20, 'mentor in'), to: seconds + dice(20, 380, 'mentor out') }
}

function menteesIn({ seconds, mentees, dice }: Setting): Stay[] {
  return Array.from({ length: mentees }, (_, index) => ({
    who: index + 1,
    from: dice(-170, 190, `mentee ${index} in`),
    to: seconds + dice(10, 370, `mentee ${index} out`),
  }))
}

function replaceFirst([first, ...rest]: Stay[], change: Partial<Stay>): Stay[] {
  return first ? [{ ...first, ...change }, ...rest] : rest
}

function cutShort(setting: Setting, who: number): Scene {
  const cut = setting.dice(390, 500, 'cut')
  const stays = [mentorIn(setting), ...menteesIn(setting)].map((stay) => ({
    ...stay,
    to: stay.who === who ? cut : cut + setting.dice(280, 420, 'waited'),
  }))
  const troubles: Trouble[] = [
    { who, at: cut, kind: 'connectionLost' },
    { who, at: cut + 45, kind: 'connectionFailed' },
    { who, at: cut + 130, kind: 'connectionFailed' },
  ]
  return { stays, troubles }
}
