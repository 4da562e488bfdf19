import { Input } from 'react-aria-components/Input'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField'
import { control, FieldFrame, type FieldWords } from './Field.tsx'

type Props = FieldWords & Omit<TextFieldProps, 'children' | 'className' | 'isInvalid'> & { placeholder?: string }

function frame({ error }: FieldWords) {
  return { className: 'flex flex-col gap-1.5', ...(error && { isInvalid: true }) }
}

/** One line of text. */
export function TextField({ label, description, error, placeholder, ...rest }: Props) {
  const words = { label, ...(description && { description }), ...(error && { error }) }
  return (
    <AriaTextField {...rest} {...frame(words)}>
      <FieldFrame {...words}>
        <Input className={control} {...(placeholder && { placeholder })} />
      </FieldFrame>
    </AriaTextField>
  )
}

/** Several lines of text. */
export function TextArea({ label, description, error, placeholder, rows = 4, ...rest }: Props & { rows?: number }) {
  const words = { label, ...(description && { description }), ...(error && { error }) }
  return (
    <AriaTextField {...rest} {...frame(words)}>
      <FieldFrame {...words}>
        <AriaTextArea rows={rows} className={`${control} resize-y`} {...(placeholder && { placeholder })} />
      </FieldFrame>
    </AriaTextField>
  )
}
