import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { speak } from '../platform/i18n.ts'
import { Words } from '../platform/Words.tsx'
import { Answers, Dialog } from './Dialog.tsx'

const turned = vi.fn<(open: boolean) => void>()

beforeEach(() => speak('en', 'front'))
afterEach(cleanup)

function show(role: 'dialog' | 'alertdialog') {
  render(
    <Words>
      <Dialog title="Leave?" role={role} isOpen onOpenChange={turned}>
        {(close) => (
          <Answers>
            <button type="button" onClick={close}>
              Stay
            </button>
          </Answers>
        )}
      </Dialog>
    </Words>,
  )
  return screen.getByRole(role, { name: 'Leave?' })
}

test('a dialog is closed by its answers, its own button, Escape, and a press beside it', () => {
  const dialog = show('dialog')
  fireEvent.click(screen.getByRole('heading', { name: 'Leave?' }))
  expect(turned).not.toHaveBeenCalled()

  fireEvent.click(screen.getByRole('button', { name: 'Stay' }))
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  fireEvent.click(dialog)
  // Escape is the browser's: it closes the dialog and tells.
  Object.assign(dialog, { open: false })
  fireEvent(dialog, new Event('close'))
  expect(turned.mock.calls).toEqual([[false], [false], [false], [false]])
})

test('one that asks before something final stays when pressed beside', () => {
  fireEvent.click(show('alertdialog'))
  expect(turned).not.toHaveBeenCalled()
})
