import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { control, type FieldWords } from './Field.tsx'

type Option<T extends string> = { id: T; text: string }

type Props<T extends string> = FieldWords & {
  options: readonly Option<T>[]
  value: T | null
  onChange: (value: T) => void
  name?: string
  isDisabled?: boolean
  isRequired?: boolean
  /** What is shown while nothing is chosen. */
  placeholder?: string
}

/** One of a few. The browser's own list: it knows phones, screen readers and long lists best, and weighs nothing. */
export function Select<T extends string>({ label, description, error, options, value, onChange, ...rest }: Props<T>) {
  const id = useId()
  const pick = (chosen: string) => {
    const option = options.find((one) => one.id === chosen)
    if (option) onChange(option.id)
  }
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-[560]">
        {label}
      </label>
      <span className="relative flex items-center">
        <select
          id={id}
          className={`${control} cursor-pointer appearance-none truncate pe-10 ${error ? 'border-danger' : ''}`}
          value={value ?? ''}
          onChange={(event) => pick(event.target.value)}
          disabled={rest.isDisabled ?? false}
          required={rest.isRequired ?? false}
          aria-describedby={`${id}-words`}
          {...(error && { 'aria-invalid': true })}
          {...(rest.name && { name: rest.name })}
        >
          {value === null && (
            <option value="" disabled>
              {rest.placeholder}
            </option>
          )}
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.text}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden className="pointer-events-none absolute end-3 size-5 text-muted" />
      </span>
      <span id={`${id}-words`} className={`text-sm ${error ? 'text-poor' : 'text-muted'} empty:hidden`}>
        {error ?? description}
      </span>
    </div>
  )
}
