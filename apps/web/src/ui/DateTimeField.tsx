import { parseAbsolute, type ZonedDateTime } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Calendar, CalendarCell, CalendarGrid } from 'react-aria-components/Calendar'
import { DateInput, DatePicker, DateSegment } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import { control, FieldFrame, type FieldWords } from './Field.tsx'

type Props = FieldWords & {
  /** An instant in UTC; shown and changed as the wall time of `zone`. */
  value: string | null
  zone: string
  onChange: (instant: string) => void
  /** Earlier instants are refused. */
  min?: string
  isRequired?: boolean
}

/** A day and a time of day, by keyboard, calendar or finger. */
export function DateTimeField({ value, zone, onChange, min, isRequired, ...words }: Props) {
  const change = (time: ZonedDateTime | null) => time && onChange(time.toAbsoluteString())
  return (
    <DatePicker
      className="flex flex-col gap-1.5"
      granularity="minute"
      hideTimeZone
      value={value ? parseAbsolute(value, zone) : null}
      onChange={change}
      {...(min && { minValue: parseAbsolute(min, zone) })}
      {...(isRequired && { isRequired })}
      {...(words.error && { isInvalid: true })}
    >
      <FieldFrame {...words}>
        <Group className={`${control} flex items-center py-0! pe-0!`}>
          <DateInput className="flex flex-1 flex-wrap tabular-nums">
            {(segment) => (
              <DateSegment
                segment={segment}
                className="rounded-sm px-0.5 outline-none focus:bg-accent focus:text-on-accent placeholder-shown:text-muted"
              />
            )}
          </DateInput>
          <Button className="touch inline-flex cursor-pointer items-center justify-center rounded-md text-muted hover:text-ink">
            <CalendarDays aria-hidden className="size-5" />
          </Button>
        </Group>
      </FieldFrame>
      <Popover className="appear sheet p-4 shadow-floating">
        <Dialog className="outline-none">
          <Month />
        </Dialog>
      </Popover>
    </DatePicker>
  )
}

function Month() {
  const turn = 'touch inline-flex cursor-pointer items-center justify-center rounded-md hover:bg-sunken'
  return (
    <Calendar>
      <header className="mb-2 flex items-center justify-between">
        <Button slot="previous" className={turn}>
          <ChevronLeft aria-hidden className="size-5 rtl:rotate-180" />
        </Button>
        <Heading className="font-title text-lg" />
        <Button slot="next" className={turn}>
          <ChevronRight aria-hidden className="size-5 rtl:rotate-180" />
        </Button>
      </header>
      <CalendarGrid className="border-separate border-spacing-0.5 text-center text-sm">
        {(date) => (
          <CalendarCell
            date={date}
            className="touch flex cursor-pointer items-center justify-center rounded-full hover:bg-sunken selected:bg-accent selected:text-on-accent disabled:cursor-default disabled:text-muted outside-month:invisible"
          />
        )}
      </CalendarGrid>
    </Calendar>
  )
}
