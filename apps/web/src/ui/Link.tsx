import { Link as AriaLink, type LinkProps } from 'react-aria-components/Link'

type Props = Omit<LinkProps, 'className'> & { quiet?: boolean }

/** A link inside text. `quiet` takes the color of its surroundings and shows its line under the pointer. */
export function Link({ quiet, ...rest }: Props) {
  const look = quiet
    ? 'text-inherit no-underline hover:underline'
    : 'text-accent underline decoration-1 underline-offset-3 hover:decoration-2'
  return <AriaLink {...rest} className={`rounded-sm ${look}`} />
}
