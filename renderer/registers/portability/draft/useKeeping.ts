import { useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { nameOfTerm, useTerms } from '#renderer/ui/terms/useTerms.ts'
import { AppError } from '#shared/errors.ts'
import { isUnkept, type Source } from './draft.ts'
import { nameOf } from './mapping-draft.ts'
import type { ExportWork } from './useExport.ts'

/** The way to keep what was decided about systems, for this export and the next. */
export type Keeping = ReturnType<typeof useKeeping>

/** Keeps what was decided about the columns of a system in the register. */
export function useKeeping(work: ExportWork) {
  const save = useEngineCommand('portability.saveMapping')
  const { byId } = useTerms()
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')

  const keepOne = async (source: Source): Promise<void> => {
    const { mapping, look, kept: before } = source
    if (mapping.systemId === null)
      throw new AppError(
        'invalid',
        `Say under “Files” which system ${look.fileName} comes from, then keep it.`,
      )
    const { reference: _, ...saved } = {
      ...mapping,
      name: nameOf(mapping, nameOfTerm(byId, mapping.systemId), look),
    }
    const { id } = await save.mutateAsync({
      ...saved,
      id: before === null ? null : saved.id,
      matchColumns: [...saved.matchColumns],
      columns: [...saved.columns],
      form: look.form,
      table: look.table,
    })
    const kept = { ...saved, reference: mapping.reference, id }
    // What was decided while it was being kept stays, and is not kept yet.
    work.changeSource(source.key, (now) => {
      const isSame = now.mapping === mapping
      const next = isSame ? kept : { ...now.mapping, id, name: kept.name }
      return { ...now, mapping: next, kept, past: isSame ? [] : now.past }
    })
  }
  /** Keeps some sources; false where one could not be kept, which is then said. */
  const keep = async (sources: readonly Source[]): Promise<boolean> => {
    setProblem('')
    try {
      for (const source of sources.filter(isUnkept)) await keepOne(source)
      setSaid(sources.length > 0 ? 'Kept for the next time.' : '')
      return true
    } catch (error) {
      setProblem(sentenceOf(error))
      return false
    }
  }
  return { keep, isKeeping: save.isPending, said, problem, clear: () => setProblem('') }
}
