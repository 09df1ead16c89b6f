import { lazy, Suspense } from 'react'
import { useStore } from '#renderer/api/store.ts'
import { logBreachStore } from './log-breach.ts'

const Dialog = lazy(() =>
  import('./LogBreachDialog.tsx').then((module) => ({ default: module.LogBreachDialog })),
)

/** The dialog that logs a breach, loaded when it is first asked for. */
export function LogBreach() {
  const isShown = useStore(logBreachStore)
  if (!isShown) return null
  return (
    <Suspense fallback={null}>
      <Dialog onClose={() => logBreachStore.set(false)} />
    </Suspense>
  )
}
