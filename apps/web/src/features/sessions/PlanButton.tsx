import { Trans } from '@lingui/react/macro'
import { CalendarPlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { type PlanScope, useMatches } from './queries.ts'

// Time zones are weighty; who only looks at sessions does not load them.
const PlanDialog = lazy(async () => ({ default: (await import('./PlanDialog.tsx')).PlanDialog }))

/** Opens the form to plan a session: of one match, of a program's, or of any the reader may plan for. */
export function PlanButton({ tone = 'quiet', ...scope }: PlanScope & { tone?: 'primary' | 'quiet' }) {
  const [isOpen, open] = useState(false)
  // Asked for before the press, so that the form stands there at once and takes the focus.
  useMatches()
  return (
    <>
      <Button tone={tone} icon={CalendarPlus} onPress={() => open(true)}>
        <Trans>Plan a session</Trans>
      </Button>
      {isOpen && (
        <Suspense>
          <PlanDialog scope={scope} onClose={() => open(false)} />
        </Suspense>
      )}
    </>
  )
}
