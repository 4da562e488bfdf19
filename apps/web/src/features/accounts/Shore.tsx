/** Two sails on one sea, an island ahead. */
export function Shore() {
  return (
    <svg
      viewBox="0 0 800 460"
      aria-hidden="true"
      preserveAspectRatio="xMidYMax slice"
      className="absolute inset-x-0 bottom-0 h-3/5 w-full stroke-accent"
      fill="none"
      strokeWidth="2.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <circle cx="596" cy="150" r="46" className="fill-paper stroke-none" />
      <path d="M418 236c50-52 92-66 138-40 30-30 70-34 110 0 34-10 70 6 134 40" className="fill-surface" />
      <path d="M0 236h800" />
      <path d="M0 236h800v224H0z" className="fill-accent stroke-none opacity-10" />
      <g className="fill-surface">
        <path d="M236 300V176c44 14 74 58 82 124z" />
        <path d="M222 300v-92c-30 16-50 48-56 92z" className="opacity-70" />
        <path d="M146 314h190c-8 24-28 36-60 36h-74c-30 0-48-12-56-36z" />
      </g>
      <g className="fill-surface">
        <path d="M470 262v-62c-22 8-38 30-42 62z" />
        <path d="M480 262v-46c16 8 26 24 28 46z" className="opacity-70" />
        <path d="M418 270h98c-4 12-14 18-32 18h-36c-16 0-26-6-30-18z" />
      </g>
      <g className="opacity-60">
        <path d="M20 378c28 0 28-14 56-14s28 14 56 14 28-14 56-14 28 14 56 14 28-14 56-14 28 14 56 14" />
        <path d="M440 330c24 0 24-12 48-12s24 12 48 12 24-12 48-12 24 12 48 12 24-12 48-12" />
        <path d="M500 420c28 0 28-14 56-14s28 14 56 14 28-14 56-14 28 14 56 14" />
      </g>
    </svg>
  )
}
