import type { AddressInfo } from 'node:net'
import { mail } from '@ithaca/contract'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { aHouse } from '../../../test/house.ts'
import { createMailer } from './mailer.ts'

const letter = { to: 'ada@school.example', subject: 'مرحبًا, “Ada”', text: `¡Hola!\n\n${'ñ'.repeat(200)}\n` }

test('with a mail server a mail arrives there as it was written', async () => {
  const { db } = await aHouse()
  const { url, arrived } = await aServer()
  const from = 'Ithaca <house@ithaca.example>'
  await createMailer({ db, now: () => new Date(0), smtpUrl: url, from }).send(letter)
  expect(arrived).toHaveLength(1)
  const [got] = arrived
  expect(got).toMatchObject({ subject: letter.subject, text: letter.text, html: false, attachments: [] })
  expect(got?.from?.value).toEqual([{ name: 'Ithaca', address: 'house@ithaca.example' }])
  expect([got?.to].flat().map((to) => to?.text)).toEqual([letter.to])
})

test('a subject cannot smuggle in a header or another reader', async () => {
  const { db } = await aHouse()
  const { url, arrived } = await aServer()
  const mailer = createMailer({ db, now: () => new Date(0), smtpUrl: url, from: 'house@ithaca.example' })
  await mailer.send({ ...letter, subject: 'Hello\r\nBcc: eve@evil.example' })
  expect(arrived[0]?.headers.has('bcc')).toBe(false)
  expect([arrived[0]?.to].flat().map((to) => to?.text)).toEqual([letter.to])
})

test('a mail server that refuses is a mail that failed, not one that is lost in silence', async () => {
  const { db } = await aHouse()
  const { url } = await aServer({ refuse: true })
  const mailer = createMailer({ db, now: () => new Date(0), smtpUrl: url, from: 'house@ithaca.example' })
  await expect(mailer.send(letter)).rejects.toThrow('The mail server did not take a mail: EENVELOPE 550.')
})

test('without a mail server mails are read in the local outbox, newest first, and the oldest are let go', async () => {
  const house = await aHouse()
  const mailer = createMailer({ db: house.db, now: house.clock.now, smtpUrl: undefined, from: 'house@ithaca.example' })
  for (let number = 0; number < 502; number++) {
    await mailer.send({ ...letter, subject: `Mail ${number}` })
    house.clock.pass(1000)
  }
  const { ok } = await house.ask(null, mail.outbox)
  expect(ok.map(({ subject }) => subject).slice(0, 2)).toEqual(['Mail 501', 'Mail 500'])
  expect(ok[0]).toMatchObject({ to: letter.to, text: letter.text, at: '2026-03-02T09:08:21.000Z' })
  expect(ok).toHaveLength(100)
})

test('the local outbox answers only whoever sits at the machine', async () => {
  const { house } = await aHouse()
  const look = async (asked: { remoteAddress?: string; headers?: Record<string, string> }) => {
    const { statusCode } = await house.http.inject({
      url: '/api/dev/mail',
      headers: { host: 'localhost:3000' },
      ...asked,
    })
    return statusCode
  }
  expect(await look({})).toBe(200)
  expect(await look({ headers: { host: '[::1]:3000' }, remoteAddress: '::1' })).toBe(200)
  expect(await look({ remoteAddress: '192.168.1.20' })).toBe(404)
  expect(await look({ headers: { host: 'evil.example' } })).toBe(404)
  expect(await look({ headers: { host: 'localhost', 'x-forwarded-for': '127.0.0.1' } })).toBe(404)
  expect(await look({ headers: { host: 'localhost', forwarded: 'for=127.0.0.1' } })).toBe(404)
})

test('a house with a mail server has no local outbox', async () => {
  const { house } = await aHouse(undefined, { settings: { localMail: false } })
  expect((await house.http.inject({ url: '/api/dev/mail' })).statusCode).toBe(404)
})

async function aServer({ refuse = false } = {}): Promise<{ url: string; arrived: ParsedMail[] }> {
  const arrived: ParsedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => done(refuse ? new Error('no such mailbox: ada') : null),
    onData: (stream, _session, done) =>
      void simpleParser(stream).then((parsed) => {
        arrived.push(parsed)
        done()
      }, done),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, arrived }
}
