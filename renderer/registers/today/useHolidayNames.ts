import { useEngineQuery } from '#renderer/api/client.ts'
import { bankHolidayName, NATION_NAMES } from '#shared/law/clocks/bank-holidays.ts'
import { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

type Extra = Parameters<typeof bankHolidayName>[2]

/** Gives the bank holidays of a day by name: of the organisation's nation, or of each nation the register works in. */
export function useHolidayNames(organisationId: string | null): (day: PlainDate) => string {
  const { data: settings } = useEngineQuery('settings.get', {}, { keepPrevious: true })
  const { data = [] } = useEngineQuery('organisations.list', { relation: null }, { keepPrevious: true })
  const whose = data.filter(({ id, relation }) =>
    organisationId === null ? relation === 'own' : id === organisationId,
  )
  const nations = Nation.options.filter((nation) => whose.some((one) => one.nation === nation))
  const extra = settings?.extraHolidays ?? []
  return (day) => holidaysInWords(day, nations.length > 0 ? nations : ['england-and-wales'], extra)
}

/** The bank holidays of some nations on a day; a nation is named where the others have none or another. */
export function holidaysInWords(day: PlainDate, nations: readonly Nation[], extra: Extra = []): string {
  const named = nations.flatMap((nation) => {
    const name = bankHolidayName(day, nation, extra)
    return name === null ? [] : [{ nation, name }]
  })
  return [...new Set(named.map(({ name }) => name))]
    .map((name) => {
      const those = named.filter((one) => one.name === name)
      const everywhere = those.length === nations.length
      return everywhere ? name : `${name} (${those.map(({ nation }) => NATION_NAMES[nation]).join(', ')})`
    })
    .join('; ')
}
