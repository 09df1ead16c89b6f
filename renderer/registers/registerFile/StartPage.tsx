import { useEffect, useState } from 'react'
import type { ClosedBecause } from '#renderer/api/session.ts'
import { shell } from '#renderer/api/shell.ts'
import type { RecentRegister } from '#shared/rpc/shell-contract.ts'
import { BringBackScreen } from './archive/BringBackScreen.tsx'
import { CreateScreen } from './CreateScreen.tsx'
import { opened } from './opened.ts'
import { ProblemScreen } from './ProblemScreen.tsx'
import { RecoverScreen } from './RecoverScreen.tsx'
import { RecoveryKeyCheck } from './RecoveryKeyCheck.tsx'
import { RestoreScreen } from './RestoreScreen.tsx'
import type { ShowScreen, StartScreen } from './start-screen.ts'
import classes from './start.module.css'
import { UnlockScreen } from './UnlockScreen.tsx'
import { WelcomeScreen } from './WelcomeScreen.tsx'

/** Everything before a register is open; kept free of the component library, so that it appears at once. */
export function StartPage({ because }: { readonly because: ClosedBecause | null }) {
  const [screen, show] = useState<StartScreen>({ kind: 'asking' })
  const [recent, setRecent] = useState<readonly RecentRegister[]>([])

  useEffect(() => {
    void shell('shell.recentRegisters', {})
      .catch(() => [])
      .then((found) => {
        setRecent(found)
        const [latest] = found
        show(latest?.isThere ? { kind: 'unlock', path: latest.path } : { kind: 'welcome' })
      })
  }, [])

  useEffect(() => {
    if (screen.kind !== 'asking') document.documentElement.dataset.ready = ''
  }, [screen.kind])

  return (
    <main className={classes.page}>
      <Screen screen={screen} because={because} recent={recent} show={show} />
      <footer className={classes.footer}>Everything stays on this computer.</footer>
    </main>
  )
}

type ScreenProps = {
  readonly screen: StartScreen
  readonly because: ClosedBecause | null
  readonly recent: readonly RecentRegister[]
  readonly show: ShowScreen
}

function Screen({ screen, because, recent, show }: ScreenProps) {
  switch (screen.kind) {
    case 'asking':
      return <div className={classes.screen} />
    case 'welcome':
      return <WelcomeScreen recent={recent} show={show} />
    case 'unlock':
      return <UnlockScreen key={screen.path} path={screen.path} because={because} show={show} />
    case 'create':
      return <CreateScreen path={screen.path} sample={screen.sample} show={show} />
    case 'bringBack':
      return <BringBackScreen archive={screen.archive} show={show} />
    case 'recover':
      return <RecoverScreen path={screen.path} show={show} />
    case 'restore':
      return <RestoreScreen path={screen.path} show={show} />
    case 'problem':
      return <ProblemScreen path={screen.path} error={screen.error} show={show} />
    case 'recoveryKey':
      return (
        <div className={classes.screen}>
          <h1>The recovery key</h1>
          <RecoveryKeyCheck recoveryKey={screen.recoveryKey} onDone={() => opened(screen.status)} />
        </div>
      )
  }
}
