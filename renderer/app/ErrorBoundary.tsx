import { Component, type ReactNode } from 'react'
import classes from './ErrorBoundary.module.css'

/** Shows a calm page in the place of one that failed; the rest of the window goes on working. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return (
      <section className={classes.failed} role="alert">
        <h1>This page could not be shown</h1>
        <p>The fault is in the program, not in the register. Everything that was saved is there.</p>
        <button type="button" onClick={() => this.setState({ hasFailed: false })}>
          Try again
        </button>
      </section>
    )
  }
}
