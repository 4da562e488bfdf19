import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useLocale } from 'react-aria-components/I18nProvider'
import { useReader } from '../../platform/signIn.tsx'
import { span, wallTime } from '../../platform/time.ts'
import { exactLength, exactTime } from './lengths.ts'
import { attemptTexts } from './outcomes.ts'
import { type Picture, placeOf, type Row } from './picture.ts'

const axis = 26
const nameHeight = 26
const laneHeight = 20
const tryHeight = 18
const troubleHeight = 16
const gap = 10

/** Turns instants into places; where the language runs from right to left, so does the time. */
type Scale = { x: (at: number) => string; bar: (start: number, end: number) => { x: string; width: string } }

/** Who was there when: a row for each person, a lane for each device, the time together behind it. */
export function Timeline({ picture }: { picture: Picture }) {
  const { t } = useLingui()
  const reader = useReader()
  const { direction } = useLocale()
  const scale = scaleOf(picture, direction === 'rtl')
  const { rows, planned, together } = picture
  const tops = topsOf(rows)
  const height = tops.at(-1) ?? axis
  const times = span(new Date(planned.start).toISOString(), new Date(planned.end).toISOString(), reader)
  return (
    <figure className="flex flex-col gap-3">
      <svg
        role="img"
        aria-label={t`Timeline of the session planned for ${times}. The table below says the same.`}
        width="100%"
        height={height}
        className="block"
      >
        {together.map(({ start, end }) => (
          <rect key={start} {...scale.bar(start, end)} y={axis} height={height - axis} className="fill-accent-tint" />
        ))}
        {[planned.start, planned.end].map((at) => (
          <g key={at}>
            <line
              x1={scale.x(at)}
              x2={scale.x(at)}
              y1={axis - 6}
              y2={height}
              strokeDasharray="3 4"
              className="stroke-edge"
            />
            <text x={scale.x(at)} y={13} textAnchor="middle" className="fill-muted text-xs">
              {wallTime(new Date(at).toISOString(), reader)}
            </text>
          </g>
        ))}
        {rows.map((row, place) => (
          <PersonRow key={row.userId} row={row} top={tops[place] ?? axis} scale={scale} />
        ))}
      </svg>
      <Legend />
    </figure>
  )
}

function PersonRow({ row, top, scale }: { row: Row; top: number; scale: Scale }) {
  const { t, i18n } = useLingui()
  const reader = useReader()
  const { direction } = useLocale()
  const name = row.name ?? t`Coordinator`
  const isEmpty = row.lanes.length === 0
  const marksTop = top + nameHeight + Math.max(1, row.lanes.length) * laneHeight
  const troublesTop = marksTop + (row.marks.some(({ kind }) => kind === 'join') ? tryHeight : 0)
  return (
    <g>
      <text
        x={direction === 'rtl' ? '100%' : '0'}
        y={top + 18}
        className="fill-ink stroke-surface [paint-order:stroke] [stroke-linejoin:round] [stroke-width:5px] text-sm font-[560]"
      >
        {isEmpty ? t`${name}: never there` : name}
      </text>
      {row.lanes.map((lane, place) => {
        const y = top + nameHeight + place * laneHeight
        return (
          <g key={lane.seatId}>
            <line x1="0" x2="100%" y1={y + 7} y2={y + 7} className="stroke-line" />
            {lane.bars.map(({ start, end }) => (
              <rect key={start} {...scale.bar(start, end)} y={y} height={14} rx={4} className="fill-accent">
                <title>{`${exactTime(start, reader)} – ${exactTime(end, reader)}, ${exactLength(end - start, reader.locale)}`}</title>
              </rect>
            ))}
          </g>
        )
      })}
      {isEmpty && <line x1="0" x2="100%" y1={marksTop - 13} y2={marksTop - 13} className="stroke-line" />}
      {row.marks.map(({ at, kind }, place) => (
        <g key={`${at}-${place}`}>
          <Mark x={scale.x(at)} y={kind === 'join' ? marksTop : troublesTop} isTrouble={kind !== 'join'} />
          <title>{`${exactTime(at, reader)}: ${i18n._(attemptTexts[kind])}`}</title>
        </g>
      ))}
    </g>
  )
}

/** A tick for a try to come in, a dot for a trouble: told apart by shape, not by color alone. */
function Mark({ x, y, isTrouble }: { x: string; y: number; isTrouble: boolean }) {
  if (isTrouble) return <circle cx={x} cy={y + 6} r={5} className="fill-poor stroke-surface" strokeWidth={1.5} />
  return <line x1={x} x2={x} y1={y} y2={y + 12} strokeWidth={2.5} strokeLinecap="round" className="stroke-help" />
}

function Legend() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm text-muted">
      <Key sign={<rect x="0" y="4" width="20" height="12" rx="4" className="fill-accent" />}>
        <Trans>There</Trans>
      </Key>
      <Key sign={<rect x="0" y="1" width="20" height="18" className="fill-accent-tint stroke-line" />}>
        <Trans>Together</Trans>
      </Key>
      <Key sign={<Mark x="10" y={4} isTrouble={false} />}>
        <Trans>Tried to join</Trans>
      </Key>
      <Key sign={<Mark x="10" y={4} isTrouble />}>
        <Trans>Trouble</Trans>
      </Key>
      <Key sign={<line x1="10" x2="10" y1="0" y2="20" strokeDasharray="3 4" className="stroke-edge" />}>
        <Trans>Planned start and end</Trans>
      </Key>
    </ul>
  )
}

function Key({ sign, children }: { sign: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <svg aria-hidden width="20" height="20">
        {sign}
      </svg>
      {children}
    </li>
  )
}

function scaleOf(edges: Picture, isMirrored: boolean): Scale {
  const place = (at: number) => (isMirrored ? 100 - placeOf(at, edges) : placeOf(at, edges))
  return {
    x: (at) => `${place(at)}%`,
    bar: (start, end) => {
      const [one, other] = [place(start), place(end)]
      // A moment is a sliver, not nothing.
      return { x: `${Math.min(one, other)}%`, width: `${Math.max(0.4, Math.abs(other - one))}%` }
    },
  }
}

/** Where each row begins, and at the end the height of all. */
function topsOf(rows: readonly Row[]): number[] {
  const heights = rows.map(({ lanes, marks }) => {
    const tries = marks.some(({ kind }) => kind === 'join') ? tryHeight : 0
    const troubles = marks.some(({ kind }) => kind !== 'join') ? troubleHeight : 0
    return nameHeight + Math.max(1, lanes.length) * laneHeight + tries + troubles + gap
  })
  return heights.reduce((tops, height) => [...tops, (tops.at(-1) ?? 0) + height], [axis])
}
