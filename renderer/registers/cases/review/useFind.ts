import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import type { PageHit } from '#shared/registers/cases/case-pages.contract.ts'

const SHOWN = 200
const WAIT_MS = 150

/** What is looked for in a case, and what was found. */
export type Find = {
  readonly typed: string
  readonly type: (text: string) => void
  readonly hits: readonly PageHit[]
  readonly total: number
  /** Pages whose words are still to be recognised, and so were not searched. */
  readonly waiting: number
  readonly isLooking: boolean
  readonly problem: string | null
  /** The hit that was gone to last, or -1. */
  readonly active: number
  readonly goToHit: (index: number) => void
  /** Goes to the next hit, or with -1 the one before. */
  readonly step: (by: 1 | -1) => void
}

/** Looks for words in a case while they are typed, and goes from hit to hit. */
export function useFind(request: string, goTo: (page: number) => void): Find {
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, WAIT_MS)
  const [active, setActive] = useState(-1)
  const found = useEngineQuery(
    'cases.find',
    { request, text, limit: SHOWN },
    { enabled: text.trim() !== '' && typed !== '', keepPrevious: true },
  )
  const hits = typed === '' ? [] : (found.data?.hits ?? [])
  const goToHit = (index: number) => {
    const hit = hits[index]
    if (!hit) return
    setActive(index)
    goTo(hit.page)
  }
  return {
    typed,
    type: (next) => {
      setTyped(next)
      setActive(-1)
    },
    hits,
    total: found.data?.total ?? 0,
    waiting: found.data?.waiting ?? 0,
    isLooking: typed !== text || found.isFetching,
    problem: found.error && typed !== '' ? sentenceOf(found.error) : null,
    active,
    goToHit,
    step: (by) => goToHit(Math.min(hits.length - 1, Math.max(0, active + by))),
  }
}
