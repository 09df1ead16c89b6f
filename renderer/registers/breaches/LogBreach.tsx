import { lazy, Suspense, useEffect } from 'react'
import { useStore } from '#renderer/api/store.ts'
import { logBreachStore } from './log-breach.ts'

const loadDialog = () => import('./LogBreachDialog.tsx')
const Dialog = lazy(() => loadDialog().then((module) => ({ default: module.LogBreachDialog })))

/** How long after the start the dialog is loaded, in milliseconds: whoever opens it types at once. */
const LOAD_AFTER = 1500

/** The dialog that logs a breach, loaded when the first page stands. */
export function LogBreach() {
  const isShown = useStore(logBreachStore)
  useEffect(() => {
    const timer = setTimeout(() => void loadDialog(), LOAD_AFTER)
    return () => clearTimeout(timer)
  }, [])
  if (!isShown) return null
  return (
    <Suspense fallback={null}>
      <Dialog onClose={() => logBreachStore.set(false)} />
    </Suspense>
  )
}
