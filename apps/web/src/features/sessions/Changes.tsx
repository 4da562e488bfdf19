import type { Session } from '@ithaca/contract'
import { mayCancel, mayMove } from '@ithaca/domain/sessions'
import { Trans } from '@lingui/react/macro'
import { CalendarClock, CalendarX } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useNow } from '../../platform/time.ts'
import { Button } from '../../ui/Button.tsx'
import { plannedOf } from './stand.ts'

const MoveDialog = lazy(async () => ({ default: (await import('./MoveDialog.tsx')).MoveDialog }))
const CancelDialog = lazy(async () => ({ default: (await import('./CancelDialog.tsx')).CancelDialog }))

/** What can be changed about a session, for as long as the server allows it. */
export function Changes({ session }: { session: Session }) {
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null)
  const now = useNow(10_000)
  const planned = plannedOf(session)
  const close = () => setOpen(null)
  return (
    <>
      {mayMove(planned, now) && (
        <Button size="small" icon={CalendarClock} onPress={() => setOpen('move')}>
          <Trans>Move</Trans>
        </Button>
      )}
      {mayCancel(planned, now) && (
        <Button size="small" icon={CalendarX} onPress={() => setOpen('cancel')}>
          <Trans>Cancel</Trans>
        </Button>
      )}
      <Suspense>
        {open === 'move' && <MoveDialog session={session} onClose={close} />}
        {open === 'cancel' && <CancelDialog session={session} onClose={close} />}
      </Suspense>
    </>
  )
}
