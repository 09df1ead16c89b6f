import { Suspense, useEffect } from 'react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { LogBreach } from '#renderer/registers/breaches/LogBreach.tsx'
import { Palette } from '#renderer/registers/search/Palette.tsx'
import { useDueNotices } from '#renderer/registers/today/useDueNotices.ts'
import { AsAtBanner } from './AsAtBanner.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { KeySheet } from './KeySheet.tsx'
import { usePaletteCommands } from './palette-commands.ts'
import { Rail } from './Rail.tsx'
import { ROUTES } from './routes.tsx'
import { useRoute } from './routing.tsx'
import classes from './Shell.module.css'
import { StatusBar } from './StatusBar.tsx'
import { TopBar } from './TopBar.tsx'
import { useGlobalKeys } from './useGlobalKeys.ts'
import { useKeepAwake } from './useKeepAwake.ts'
import { useMigrationNotice } from './useMigrationNotice.ts'

/** The frame around every page: rail, top bar, the page, status bar. */
export function Shell() {
  const { section } = useRoute()
  const asAt = useAsAt()
  const { Page } = ROUTES[section]
  useGlobalKeys()
  useKeepAwake()
  useMigrationNotice()
  useDueNotices()
  useEffect(() => {
    document.documentElement.dataset.ready = ''
  }, [])

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main" onClick={skipToMain}>
        Skip to the page
      </a>
      <Rail section={section} />
      <TopBar />
      <main id="main" tabIndex={-1} className={classes.main} data-as-at={asAt ?? undefined}>
        {asAt && <AsAtBanner day={asAt} />}
        <ErrorBoundary key={section}>
          <Suspense fallback={<div className={classes.loading} role="status" aria-label="Loading" />}>
            <Page />
          </Suspense>
        </ErrorBoundary>
      </main>
      <StatusBar />
      <Palette commands={usePaletteCommands()} />
      <KeySheet />
      <LogBreach />
    </div>
  )
}

// The address is the place in the program, so a link to a fragment must not change it.
function skipToMain(event: { preventDefault(): void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
