import { randomBytes } from 'node:crypto'
import type { Parts } from '../parts.ts'
import { openDemoSession } from './open-session.ts'
import { seedDemo } from './seed.ts'

type Welcome = {
  parts: Pick<Parts, 'db' | 'now'>
  /** The password of the three demo sign-ins; made up where nothing is said. */
  password: string | undefined
  say: (line: string) => void
}

/** Makes a demo house ready to be tried at any hour: people and history on the first start, an open session on every one. */
export async function welcome({
  parts: { db, now },
  password = randomBytes(9).toString('base64url'),
  say,
}: Welcome): Promise<void> {
  if (await seedDemo({ db, now, password }))
    say('The demo program is ready: 8 mentors, 12 mentees and ten weeks behind them.')
  await openDemoSession({ db, now })
  const people = ['coordinator', 'mentor', 'mentee'].map((tie) => `${tie}@ithaca.example`)
  say(`Demo sign-ins: ${people.join(', ')}, password ${password}`)
}
