import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { engineQuery, useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import type { Saving } from '#renderer/ui/saving.ts'
import { readNow } from '#renderer/ui/useNow.ts'
import type { ReportSection } from '#shared/law/breaches/report/question.ts'
import { REPORT_SECTIONS } from '#shared/law/breaches/report-questions.ts'

/** The questions of the report as the register asks them, with what was just changed; each change is kept by itself. */
export function useQuestionList() {
  const client = useQueryClient()
  const { data, error } = useEngineQuery('settings.get', {})
  const change = useEngineCommand('settings.change')
  const [draft, setDraft] = useState<{ readonly list: ReportSection[] | null } | null>(null)
  const [saving, setSaving] = useState<Saving | null>(null)
  const own = draft ? draft.list : (data?.breachQuestions ?? null)
  const save = async (list: ReportSection[] | null) => {
    const mine = { list }
    setDraft(mine)
    setSaving({ state: 'saving' })
    const settings = await change.mutateAsync({ changes: { breachQuestions: list } }).catch(() => null)
    setSaving(settings ? { state: 'saved', at: readNow() } : { state: 'failed' })
    if (settings) client.setQueryData(engineQuery('settings.get', {}, null).queryKey, settings)
    setDraft((latest) => (latest === mine ? null : latest))
  }
  return {
    isLoading: data === undefined,
    error: error ?? change.error,
    hasOwnList: own !== null,
    sections: own ?? REPORT_SECTIONS,
    saving,
    save,
  }
}
