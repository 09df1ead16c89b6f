import { useEffect } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { useAsAt } from '#renderer/api/as-at.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { isUnkept, type Source } from './draft.ts'
import { mappingOfRecord, readyFor } from './mapping-draft.ts'
import type { ExportWork } from './useExport.ts'

type FollowMappingProps = { readonly source: Source; readonly id: string; readonly work: ExportWork }

/** Follows a mapping in the register: what is undone or changed elsewhere shows here, unless something is not kept yet. */
export function FollowMapping({ source, id, work }: FollowMappingProps) {
  const asAt = useAsAt()
  const { data, error } = useEngineQuery('records.get', { register: 'mappings', id })
  const { key } = source
  const { changeSource } = work
  const isGone = error?.code === 'not-found'
  const record = asAt === null && !isGone ? data?.record : undefined
  useEffect(() => {
    if (!record) return
    const stored = mappingOfRecord(record as AnyRecord)
    changeSource(key, (now) => {
      const kept = readyFor(stored, now.look)
      if (JSON.stringify(kept) === JSON.stringify(now.kept)) return now
      if (!isUnkept(now)) return { ...now, kept, mapping: kept, past: [] }
      return { ...now, kept, mapping: { ...now.mapping, reference: kept.reference } }
    })
  }, [record, key, changeSource])
  useEffect(() => {
    // It keeps its id: when the undo is taken back, it is there again.
    if (isGone && asAt === null) changeSource(key, (now) => ({ ...now, kept: null }))
  }, [isGone, key, asAt, changeSource])
  return null
}
