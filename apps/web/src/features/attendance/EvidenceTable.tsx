import { Trans, useLingui } from '@lingui/react/macro'
import { useReader } from '../../platform/signIn.tsx'
import { Table } from '../../ui/Table.tsx'
import { Disclosure } from './Disclosure.tsx'
import { exactLength, exactTime } from './lengths.ts'
import { attemptTexts } from './outcomes.ts'
import type { Picture } from './picture.ts'

type Line = { key: string; at: number; until: number | null; who: string; what: string; length: string }

/** The timeline in words and numbers, in the order in which it happened. */
export function EvidenceTable({ picture }: { picture: Picture }) {
  const { t } = useLingui()
  const reader = useReader()
  const lines = useLines(picture)
  return (
    <Disclosure title={<Trans>The timeline as a table</Trans>}>
      <Table
        label={t`Timeline`}
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          { id: 'at', title: t`From`, isRowHeader: true, cell: ({ at }) => exactTime(at, reader) },
          { id: 'until', title: t`Until`, cell: ({ until }) => (until === null ? '–' : exactTime(until, reader)) },
          { id: 'who', title: t`Who`, cell: ({ who }) => who },
          { id: 'what', title: t`What`, cell: ({ what }) => what },
          { id: 'length', title: t`Length`, isNumber: true, cell: ({ length }) => length },
        ]}
      />
    </Disclosure>
  )
}

function useLines({ rows }: Picture): Line[] {
  const { t, i18n } = useLingui()
  const { locale } = useReader()
  const lines = rows.flatMap(({ userId, name, lanes, marks }) => {
    const who = name ?? t`Coordinator`
    const there = lanes.flatMap(({ device, bars }) =>
      bars.map(
        ({ start, end, isOpen }): Line => ({
          key: `${userId}-${device}-${start}`,
          at: start,
          until: isOpen ? null : end,
          who,
          what: lanes.length > 1 ? t`There, device ${device}` : t`There`,
          length: exactLength(end - start, locale),
        }),
      ),
    )
    const tried = marks.map(({ at, kind }, place): Line => {
      return { key: `${userId}-${place}-${kind}`, at, until: null, who, what: i18n._(attemptTexts[kind]), length: '–' }
    })
    return [...there, ...tried]
  })
  return lines.toSorted((one, other) => one.at - other.at)
}
