import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { engineQuery } from '#renderer/api/client.ts'
import type { IndexedDocument } from '#shared/registers/cases/case-documents.contract.ts'

/** Documents that are asked for at once. */
const AT_ONCE = 100

/** The documents of a case in the order they came: those in sight are asked for, the others only counted. */
export function useDocuments(request: string) {
  const [range, setRange] = useState({ from: 0, to: 0 })
  const chunks = Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index)
  const found = useQueries({
    queries: chunks.map((chunk) => ({
      ...engineQuery(
        'cases.documents',
        { request, order: 'came', type: null, text: '', offset: chunk * AT_ONCE, limit: AT_ONCE },
        null,
      ),
      placeholderData: keepPreviousData,
    })),
  })
  const total = found.find(({ data }) => data)?.data?.total ?? 0
  const want = useCallback((first: number, last: number) => {
    const [from, to] = [Math.floor(first / AT_ONCE), Math.floor(last / AT_ONCE)]
    setRange((old) => (old.from === from && old.to === to ? old : { from, to }))
  }, [])
  const documentAt = (index: number): IndexedDocument | undefined => {
    const chunk = Math.floor(index / AT_ONCE)
    return found[chunk - range.from]?.data?.documents[index % AT_ONCE]
  }
  return { total, documentAt, want }
}
