import { useDebouncedValue } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { useRoute } from '#renderer/app/routing.tsx'
import type { PersonLine } from '#shared/cases/person.ts'
import { countPeople, filterPeople, type Show, stepTo } from '../people-filter.ts'

const NOBODY: readonly PersonLine[] = []
const WAIT_MS = 120

/** The people of a case as the list shows them: narrowed, one looked at, some selected. */
export type People = ReturnType<typeof usePeople>

/** Everybody in the documents of a case, with who is looked at and who is selected. */
export function usePeople(request: string) {
  const asked = Number(useRoute().search.get('person')) || null
  const { data, error } = useEngineQuery(
    'cases.people',
    { request, show: 'all', text: '' },
    { keepPrevious: true },
  )
  const [show, setShow] = useState<Show>('all')
  const [text, setText] = useState('')
  const [current, setCurrent] = useState({ id: asked, index: 0 })
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set())
  const [known, setKnown] = useState(asked)
  if (asked !== known) {
    setKnown(asked)
    if (asked !== null) setCurrent({ id: asked, index: 0 })
  }

  const [wanted] = useDebouncedValue(text.trim(), WAIT_MS)
  const isFiltered = wanted !== '' && text.trim() !== ''
  const found = useEngineQuery(
    'cases.people',
    { request, show: 'all', text: wanted },
    { enabled: isFiltered, keepPrevious: true },
  )
  const all = data?.people ?? NOBODY
  const named = isFiltered ? (found.data?.people ?? NOBODY) : all
  const lines = useMemo(() => filterPeople(named, show), [named, show])
  const counts = useMemo(() => countPeople(all), [all])
  // One who is gone, merged or not of that name, is followed by who stands in that place: no key decides about the unseen.
  const listed = named.find(({ id }) => id === current.id)
  const line = listed ?? lines[Math.min(current.index, lines.length - 1)] ?? null
  const go = (id: number | null) =>
    id !== null &&
    setCurrent({
      id,
      index: Math.max(
        0,
        lines.findIndex((one) => one.id === id),
      ),
    })
  return {
    isLoading: data === undefined,
    error,
    all,
    lines,
    counts,
    line,
    show,
    setShow: (next: Show) => {
      setShow(next)
      const first = filterPeople(named, next)[0]
      setCurrent({ id: first?.id ?? null, index: 0 })
    },
    text,
    setText,
    go,
    /** Looks at somebody who may not be listed yet. */
    look: (id: number) => setCurrent({ id, index: 0 }),
    step: (by: 1 | -1) => go(stepTo(lines, { id: line?.id ?? null, index: current.index }, by)),
    /** Selects one more, or one less. */
    toggle: (id: number) => {
      const next = new Set(selected)
      if (!next.delete(id)) next.add(id)
      setSelected(next)
    },
    selected: useMemo(() => all.filter(({ id }) => selected.has(id)), [all, selected]),
    selectNobody: () => setSelected(new Set()),
  }
}
