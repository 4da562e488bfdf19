import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Form } from './Form.tsx'
import { TextField } from './TextField.tsx'

afterEach(cleanup)

const sent = vi.fn<(fields: FormData) => void>()

test('a complaint goes while the field is mended, not first when the button is pressed', async () => {
  render(
    <Form onSubmit={sent}>
      <TextField label="Topic" name="topic" isRequired />
      <button type="submit">Plan</button>
    </Form>,
  )
  const topic = screen.getByRole('textbox', { name: 'Topic' })
  fireEvent.click(screen.getByRole('button', { name: 'Plan' }))
  await vi.waitFor(() => expect(topic.getAttribute('aria-invalid')).toBe('true'))
  expect(sent).not.toHaveBeenCalled()
  fireEvent.input(topic, { target: { value: 'Two slides' } })
  await vi.waitFor(() => expect(topic.getAttribute('aria-invalid')).toBeNull())
})
