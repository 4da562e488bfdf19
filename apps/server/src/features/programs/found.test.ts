import { accounts } from '@ithaca/contract'
import { expect, test } from 'vitest'
import { aHouse } from '../../../test/house.ts'
import { foundProgram } from './found.ts'

const founding = { coordinator: ' Head@School.example', organization: 'Hill School', program: 'Bridges' }

test('an empty house gets its first coordinator, who comes in by mail, and only once', async () => {
  const house = await aHouse()
  const { parts } = house.house
  expect(
    await Promise.all([foundProgram(parts, founding), foundProgram(parts, founding)]).then((all) => all.toSorted()),
  ).toEqual([false, true])

  await house.ask(null, accounts.askLink, { body: { email: 'head@school.example' } })
  await house.settled()
  const secret = /#([\w-]+)/.exec(house.mails.at(-1)?.text ?? '')?.[1] ?? ''
  const { ok } = await house.ask(null, accounts.openLink, { body: { secret } })
  expect(ok.programs).toMatchObject([{ name: 'Bridges', tie: 'coordinator' }])
})

test('a house that has a program is left as it is', async () => {
  const house = await aHouse()
  await house.program({ coordinator: 'cleo' })
  expect(await foundProgram(house.house.parts, founding)).toBe(false)
})
