import { useEngineQuery } from '#renderer/api/client.ts'
import type { Mark } from '#shared/cases/mark.ts'
import { labelWarnings } from '#shared/cases/people/labels.ts'

/** Where the label of a mark gives away whom or what it hides: the label of its person, or its own. */
export function useLabelWarnings(request: string, { person, label }: Mark, words: string): readonly string[] {
  const found = useEngineQuery('cases.person', { request, person: person ?? 1 }, { enabled: person !== null })
  if (person !== null) return found.data ? labelWarnings(found.data.person) : []
  if (label.trim() === '') return []
  return labelWarnings({ label, describedAs: label, name: words, forms: [], role: null })
}
