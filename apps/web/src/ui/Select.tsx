import { Check, ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { control, FieldFrame, type FieldWords } from './Field.tsx'

type Option<T extends string> = { id: T; text: string; detail?: string }

type Props<T extends string> = FieldWords & {
  options: readonly Option<T>[]
  value: T | null
  onChange: (value: T) => void
  name?: string
  isDisabled?: boolean
  isRequired?: boolean
  placeholder?: string
}

/** One of a few. */
export function Select<T extends string>({ options, value, onChange, ...rest }: Props<T>) {
  const { label, description, error, ...select } = rest
  const pick = (id: string | number | null) => {
    const option = options.find((one) => one.id === id)
    if (option) onChange(option.id)
  }
  return (
    <AriaSelect
      {...select}
      value={value}
      onChange={pick}
      className="flex flex-col gap-1.5"
      {...(error && { isInvalid: true })}
    >
      <FieldFrame label={label} {...(description && { description })} {...(error && { error })}>
        <Button className={`${control} flex cursor-pointer items-center justify-between gap-2 text-start`}>
          <SelectValue className="truncate placeholder-shown:text-muted">
            {({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
          </SelectValue>
          <ChevronDown aria-hidden className="size-5 shrink-0 text-muted" />
        </Button>
      </FieldFrame>
      <Popover className="appear sheet max-h-80 min-w-(--trigger-width) overflow-auto p-1 shadow-floating">
        <ListBox items={options} className="outline-none">
          {(option) => <SelectOption {...option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

function SelectOption({ id, text, detail }: Option<string>) {
  return (
    <ListBoxItem
      id={id}
      textValue={text}
      className="group touch flex cursor-pointer items-center gap-2 rounded-md px-3 py-1.5 outline-none focus:bg-accent-tint"
    >
      <span className="flex-1">
        {text}
        {detail && <span className="block text-sm text-muted">{detail}</span>}
      </span>
      <Check aria-hidden className="size-5 text-accent opacity-0 group-selected:opacity-100" />
    </ListBoxItem>
  )
}
