import { useLingui } from '@lingui/react/macro'
import { SendHorizontal } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { control } from '../../ui/Field.tsx'
import { IconButton } from '../../ui/IconButton.tsx'

type Props = { text: string; onChange: (text: string) => void; onSend: () => void }

/** Where a message is written. Enter sends and Shift+Enter breaks the line; under a finger Enter breaks the line. */
export function Composer({ text, onChange, onSend }: Props) {
  const { t } = useLingui()
  const field = useRef<HTMLTextAreaElement>(null)
  const send = () => {
    onSend()
    field.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    // While letters are being composed, Enter chooses a letter.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || isTouched()) return
    event.preventDefault()
    send()
  }
  return (
    <form
      className="flex items-end gap-2 px-4 pb-3 sm:px-6 sm:pb-5"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextField aria-label={t`Message`} value={text} onChange={onChange} maxLength={4000} className="min-w-0 flex-1">
        <TextArea
          ref={field}
          rows={1}
          dir="auto"
          placeholder={t`Write a message`}
          onKeyDown={press}
          className={`${control} block field-sizing-content max-h-40 resize-none`}
        />
      </TextField>
      <IconButton type="submit" label={t`Send`} icon={SendHorizontal} tone="accent" isDisabled={!text.trim()} />
    </form>
  )
}

function isTouched(): boolean {
  return matchMedia('(pointer: coarse)').matches
}
