import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorState, Loading } from '../../ui/States.tsx'
import type { View } from './live.ts'
import { pagesOf } from './queries.ts'
import { SessionLine } from './SessionLine.tsx'

/** A list of sessions, longer when asked. `empty` stands where there are none. */
export function SessionList({ view, label, empty }: { view: View; label: string; empty: ReactNode }) {
  const { t } = useLingui()
  const say = useRefusal()
  const list = useInfiniteQuery(pagesOf(view))
  if (list.isPending) return <Loading lines={6} />
  if (list.isError && !list.data) return <ErrorState text={say(list.error)} onRetry={() => void list.refetch()} />
  const items = list.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return empty
  return (
    <div className="flex flex-col items-start gap-4">
      <ul aria-label={label} className="sheet w-full divide-y divide-line overflow-hidden">
        {items.map((session) => (
          <SessionLine key={session.id} session={session} />
        ))}
      </ul>
      {list.isFetchNextPageError && <ErrorState text={say(list.error)} />}
      {list.hasNextPage && (
        <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      )}
      <p role="status" className="sr-only">
        {list.isFetchingNextPage ? t`Loading` : ''}
      </p>
    </div>
  )
}
