import { Link } from './Link.tsx'

/** The name and sign of the house. */
export function Mark({ href, size = 'normal' }: { href?: string; size?: 'normal' | 'large' }) {
  const large = size === 'large'
  const mark = (
    <span className={`inline-flex items-center gap-2.5 font-title font-[600] ${large ? 'text-2xl' : 'text-lg'}`}>
      <svg viewBox="0 0 32 32" aria-hidden="true" className={large ? 'size-10' : 'size-7'} fill="none">
        <path d="M15.5 17V4.500c4.7 1 7.8 5.5 8.5 12.500z" className="fill-accent" />
        <path d="M12.5 17V8.500c-3 1.2-5 4.2-5.5 8.500z" className="fill-accent opacity-60" />
        <path
          d="M3 23.500c4.3 0 4.3-2.5 8.6-2.500s4.3 2.5 8.6 2.5 4.5-2.5 8.8-2.5"
          className="stroke-accent"
          strokeWidth="2.2"
          strokeLinecap="round"
        />
      </svg>
      Ithaca
    </span>
  )
  return href ? (
    <Link href={href} quiet>
      {mark}
    </Link>
  ) : (
    mark
  )
}
