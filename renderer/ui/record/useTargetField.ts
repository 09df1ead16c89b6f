import { useEffect, useRef } from 'react'
import { useRoute } from '#renderer/app/routing.tsx'

const FOCUSABLE =
  'input:not([type=hidden]):not(:disabled), textarea:not(:disabled), summary, button:not(:disabled), [tabindex="0"]'

/** Brings a field into sight and into focus when the address names it: `?field=owner&item=…`. */
export function useTargetField(field: string, item: string | null | undefined) {
  const { search } = useRoute()
  const ref = useRef<HTMLDivElement>(null)
  const wanted = search.get('field') === field && (item === undefined || search.get('item') === item)
  // The address may name the same field again: `at` makes each such step a new one.
  const step = wanted ? (search.get('at') ?? 'once') : null
  useEffect(() => {
    if (step === null || !ref.current) return
    const place = ref.current
    place.closest('details')?.setAttribute('open', '')
    place.scrollIntoView({ block: 'center' })
    place.querySelector<HTMLElement>(FOCUSABLE)?.focus({ preventScroll: true })
  }, [step])
  return { ref, isTarget: wanted }
}
