import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import { type Browsers, openBrowsers, signIn } from './people.ts'

let browsers: Browsers
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  const opened = await openHouse()
  browsers = await openBrowsers(opened.house)
  closing.push(browsers.close, opened.close)
})

afterAll(async () => {
  for (const close of closing) await close()
})

test('a session that is somebody else’s and a session that never was look the same', async () => {
  const coordinator = await browsers.open()
  await signIn(coordinator, 'coordinator')
  const foreign: string = await coordinator.page.evaluate(async () => {
    const { programs } = await (await fetch('/api/account')).json()
    const { items } = await (await fetch(`/api/sessions?when=coming&programId=${programs[0].id}&limit=100`)).json()
    const names = ['mentor@ithaca.example', 'mentee@ithaca.example']
    const { members } = await (await fetch(`/api/programs/${programs[0].id}/people`)).json()
    const ids = members
      .filter((member: { email: string }) => names.includes(member.email))
      .map((member: { id: string }) => member.id)
    return items.find((session: { people: { id: string }[] }) => !session.people.some(({ id }) => ids.includes(id))).id
  })

  const mentee = await browsers.open()
  await signIn(mentee, 'mentee')
  const words = async (path: string) => {
    await mentee.page.goto(path)
    await mentee.page.getByRole('alert').waitFor()
    return mentee.page.getByRole('main').innerText()
  }
  const never = '00000000-0000-4000-8000-000000000000'
  expect(await words(`/sessions/${foreign}`)).toBe(await words(`/sessions/${never}`))
  await mentee.page.goto(`/sessions/${foreign}/call`)
  await mentee.page.getByRole('alert').first().waitFor()
  expect(await mentee.page.getByRole('button', { name: 'Join now' }).count()).toBe(0)
})

test('who is not signed in lands on the sign-in page, and comes back after it', async () => {
  const nobody = await browsers.open()
  await nobody.page.goto('/sessions')
  await nobody.page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  expect(new URL(nobody.page.url()).pathname).toBe('/sign-in')
})

test('a link that lost its secret is a link that does not work', async () => {
  const nobody = await browsers.open()
  await nobody.page.goto('/invitation')
  await nobody.page.getByRole('alert').filter({ hasText: 'This link was used already or is too old' }).waitFor()
})

test('a mentee at a coordinator’s pages sees no doors that lead nowhere', async () => {
  const mentee = await browsers.open()
  await signIn(mentee, 'mentee')
  const programId = await mentee.page.evaluate(async () => (await (await fetch('/api/account')).json()).programs[0].id)
  for (const [path, door] of [
    ['attendance', 'Download as CSV'],
    ['people', 'Invite'],
  ] as const) {
    await mentee.page.goto(`/programs/${programId}/${path}`)
    await mentee.page.getByRole('alert').first().waitFor()
    expect(await mentee.page.getByText(door, { exact: true }).count()).toBe(0)
  }
})
