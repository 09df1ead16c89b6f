import { useMemo } from 'react'
import { useStore } from '#renderer/api/store.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { type Draft, isUnkept, signatureOf, type Source, type Step, withSource } from './draft.ts'
import { draftStore } from './draft-store.ts'
import { valuesOfRequest } from './person-values.ts'

/** The export of a request while it is put together, and the ways to change it. */
export type ExportWork = ReturnType<typeof useExport>

/** The export that is put together for a request. */
export function useExport(record: AnyRecord) {
  const store = draftStore(record.id)
  const draft = useStore(store)
  const proposed = useMemo(() => valuesOfRequest(record), [record])
  const person = draft.person ?? proposed
  const changes = useMemo(() => {
    const change = (part: Partial<Draft>) => store.set({ ...store.get(), ...part })
    return {
      change,
      goTo: (step: Step) => change({ step }),
      changeSource: (key: string, how: (source: Source) => Source) =>
        store.set(withSource(store.get(), key, how)),
      /** What is there now, for work that takes its time. */
      read: () => store.get(),
    }
  }, [store])
  return {
    ...changes,
    request: record.id,
    reference: record.reference,
    draft,
    /** The person as the columns have them. */
    person,
    proposed,
    source: draft.sources[draft.at] ?? draft.sources[0] ?? null,
    /** Whether what was looked at last is what would be built. */
    isLookFresh: draft.looked !== null && draft.looked.of === signatureOf(draft.sources, person),
    unkept: draft.sources.filter(isUnkept),
  }
}
