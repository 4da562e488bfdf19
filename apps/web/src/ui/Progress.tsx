import { Meter as AriaMeter } from 'react-aria-components/Meter'
import { ProgressBar } from 'react-aria-components/ProgressBar'

type Props = { label: string; value: number; max?: number; text?: string }

/** How far a thing has come. */
export function Progress({ label, value, max = 1, text }: Props) {
  return (
    <ProgressBar aria-label={label} value={value} maxValue={max} {...(text && { valueLabel: text })}>
      {({ percentage = 0 }) => <Fill percentage={percentage} />}
    </ProgressBar>
  )
}

/** How much of a thing there is just now, such as the level of a microphone. */
export function Meter({ label, value, max = 1, text }: Props) {
  return (
    <AriaMeter aria-label={label} value={value} maxValue={max} {...(text && { valueLabel: text })}>
      {({ percentage }) => <Fill percentage={percentage} />}
    </AriaMeter>
  )
}

function Fill({ percentage }: { percentage: number }) {
  return (
    <div className="h-2 overflow-hidden rounded-full border border-transparent bg-sunken">
      <div data-fill className="h-full rounded-full bg-accent" style={{ inlineSize: `${percentage}%` }} />
    </div>
  )
}
