import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'

type Part<T extends string> = { id: T; title: string; content: ReactNode }
type Props<T extends string> = {
  label: string
  parts: readonly Part<T>[]
  selected?: T
  onSelect?: (id: T) => void
}

/** A page in a few parts of which one is shown. */
export function Tabs<T extends string>({ label, parts, selected, onSelect }: Props<T>) {
  const pick = (key: string | number) => {
    const part = parts.find((one) => one.id === key)
    if (part) onSelect?.(part.id)
  }
  return (
    <AriaTabs {...(selected && { selectedKey: selected })} onSelectionChange={pick} className="flex flex-col gap-5">
      <TabList aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line">
        {parts.map(({ id, title }) => (
          <Tab
            key={id}
            id={id}
            className="touch -mb-px inline-flex cursor-pointer items-center rounded-t-md border-b-2 border-transparent px-4 whitespace-nowrap text-muted hover:text-ink selected:border-accent selected:text-accent"
          >
            {title}
          </Tab>
        ))}
      </TabList>
      {parts.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="rounded-md">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
