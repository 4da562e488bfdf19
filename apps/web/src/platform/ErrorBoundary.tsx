import { Trans } from '@lingui/react/macro'
import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'

type Props = { children: ReactNode }

/** Keeps a bug in one page from taking the house down: the frame stays, and the page can be loaded again. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div role="alert" className="mx-auto flex max-w-xl flex-col items-start gap-4 px-6 py-16">
        <h1 className="text-2xl">
          <Trans>This page has stumbled.</Trans>
        </h1>
        <p className="text-muted">
          <Trans>That is our mistake, not yours. Nothing you saved is lost.</Trans>
        </p>
        <Button tone="primary" onPress={() => location.reload()}>
          <Trans>Load the page again</Trans>
        </Button>
      </div>
    )
  }
}
