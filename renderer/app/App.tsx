import { Activity, lazy, Suspense, useEffect, useState } from 'react'
import { call, onPush } from '#renderer/api/engine.ts'
import { endSession, sessionStore, takeClosedBecause, useSession } from '#renderer/api/session.ts'
import { opened } from '#renderer/registers/registerFile/opened.ts'
import { StartPage } from '#renderer/registers/registerFile/StartPage.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { followSystemScheme } from './system-scheme.ts'

const Workbench = lazy(() => import('./Workbench.tsx').then((module) => ({ default: module.Workbench })))
const closedBecause = takeClosedBecause()

followSystemScheme()
onPush((push) => push.event === 'locked' && endSession(push.because))

/** The start pages until a register is open, then the workbench, which is made ready out of sight meanwhile. */
export function App() {
  const { phase } = useSession()
  const isPreparing = useIdle()
  useEffect(() => void askWhetherOpen(), [])

  return (
    <ErrorBoundary>
      {phase !== 'open' && <StartPage because={closedBecause} />}
      {(phase === 'open' || isPreparing) && (
        <Activity mode={phase === 'open' ? 'visible' : 'hidden'}>
          <Suspense>
            <Workbench />
          </Suspense>
        </Activity>
      )}
    </ErrorBoundary>
  )
}

/** A register may be open already: the page was loaded anew, or a second window was opened. */
async function askWhetherOpen(): Promise<void> {
  const status = await call('registerFile.status', {}).catch(() => ({ state: 'none' }) as const)
  if (sessionStore.get().phase !== 'asking') return
  if (status.state === 'open') opened(status)
  else sessionStore.set({ phase: 'closed', because: closedBecause })
}

/** False until the first page stands and the window has nothing else to do. */
function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    const handle = requestIdleCallback(() => setIdle(true), { timeout: 500 })
    return () => cancelIdleCallback(handle)
  }, [])
  return isIdle
}
