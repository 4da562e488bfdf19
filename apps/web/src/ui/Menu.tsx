import type { LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'

export type Choice =
  | { id: string; text: string; icon?: LucideIcon; href: string }
  | { id: string; text: string; icon?: LucideIcon; onAction: () => void; danger?: boolean }

type Props = {
  label: string
  /** The button that opens it. */
  trigger: ReactElement
  /** Groups are parted by a line. */
  groups: readonly (readonly Choice[])[]
  head?: ReactNode
}

/** What can be done with a thing, one tap away. */
export function Menu({ label, trigger, groups, head }: Props) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="appear sheet min-w-56 p-1 shadow-floating">
        <AriaMenu aria-label={label} className="outline-none">
          {head && (
            <MenuSection aria-label={label}>
              <Header className="px-3 py-2 text-sm text-muted">{head}</Header>
            </MenuSection>
          )}
          {groups.flatMap((choices, place) => [
            ...(place > 0 || head ? [<Separator key={`line-${place}`} className="my-1 h-px bg-line" />] : []),
            ...choices.map((choice) => <MenuChoice key={choice.id} {...choice} />),
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function MenuChoice({ icon: Icon, ...choice }: Choice) {
  const danger = 'danger' in choice && choice.danger
  const act = 'href' in choice ? { href: choice.href } : { onAction: choice.onAction }
  return (
    <MenuItem
      id={choice.id}
      {...act}
      textValue={choice.text}
      className={`touch flex cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 no-underline outline-none focus:bg-accent-tint ${danger ? 'text-poor' : 'text-ink'}`}
    >
      {Icon && <Icon aria-hidden className="size-5 shrink-0" />}
      {choice.text}
    </MenuItem>
  )
}
