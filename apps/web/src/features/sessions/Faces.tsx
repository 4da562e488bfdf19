import { Avatar } from '../../ui/Avatar.tsx'

/** The people of a session at a glance, three at most; their names stand beside it. */
export function Faces({ people, size }: { people: readonly { id: string; name: string }[]; size?: 'small' | 'large' }) {
  return (
    <span className="flex shrink-0 -space-x-2 rtl:space-x-reverse">
      {people.slice(0, 3).map(({ id, name }) => (
        <span key={id} className="rounded-full border-2 border-surface">
          <Avatar name={name} {...(size && { size })} />
        </span>
      ))}
    </span>
  )
}
