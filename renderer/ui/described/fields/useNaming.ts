import { useEngineQuery } from '#renderer/api/client.ts'
import { useTerms } from '#renderer/ui/terms/useTerms.ts'

/** The names of terms and organisations, for the titles of entries. */
export function useNaming(): (id: string) => string | undefined {
  const terms = useTerms()
  const { data: organisations = [] } = useEngineQuery(
    'organisations.list',
    { relation: null },
    { keepPrevious: true },
  )
  return (id) =>
    terms.byId.get(id)?.name ?? organisations.find((organisation) => organisation.id === id)?.legalName
}
