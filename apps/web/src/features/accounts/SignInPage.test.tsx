import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { speak } from '../../platform/i18n.ts'
import { Words } from '../../platform/Words.tsx'
import { SignInPage } from './SignInPage.tsx'

const asked = vi.fn<typeof fetch>()

beforeEach(async () => {
  vi.stubGlobal('fetch', asked)
  await speak('en', 'front')
  render(
    <Words>
      <SignInPage />
    </Words>,
  )
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function answer(status: number, body: unknown): void {
  asked.mockImplementation(async () => new Response(JSON.stringify(body), { status }))
}

function write(name: string, text: string): void {
  fireEvent.change(screen.getByLabelText(name), { target: { value: text } })
}

test('a wrong password is said in words, and what was written stays', async () => {
  answer(401, { refused: 'accounts.wrongPassword' })
  write('Email', 'mentor@ithaca.example')
  write('Password', 'not this one')
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))

  expect((await screen.findByRole('alert')).textContent).toBe('The email and the password do not fit together.')
  expect(screen.getByLabelText<HTMLInputElement>('Email').value).toBe('mentor@ithaca.example')
})

test('a link goes to the address written, which is asked for first', async () => {
  answer(200, {})
  fireEvent.click(screen.getByRole('button', { name: 'Email me a link' }))
  expect(await screen.findByText('Please write your email here first.')).toBeTruthy()
  expect(asked).not.toHaveBeenCalled()

  write('Email', 'mentor@ithaca.example')
  await vi.waitFor(() => expect(screen.getByLabelText('Email').getAttribute('aria-invalid')).toBeNull())
  fireEvent.click(screen.getByRole('button', { name: 'Email me a link' }))
  expect((await screen.findByRole('status')).textContent).toContain('mentor@ithaca.example')
  expect(asked.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', body: '{"email":"mentor@ithaca.example"}' })
})
