import { useEngineQuery } from '#renderer/api/client.ts'

/** Organisations to choose from: our own, and all of them in groups. */
export function useOrganisationOptions() {
  const { data = [] } = useEngineQuery('organisations.list', { relation: null }, { keepPrevious: true })
  const option = ({ id, legalName }: (typeof data)[number]) => ({ value: id, label: legalName })
  const of = (relation: (typeof data)[number]['relation']) =>
    data.filter((organisation) => organisation.relation === relation).map(option)
  return {
    own: of('own'),
    all: [
      { group: 'Own organisations', items: of('own') },
      { group: 'Customers', items: of('customer') },
      { group: 'Partners', items: of('partner') },
    ],
  }
}

/** Contracts to choose from. */
export function useContractOptions() {
  const { data = [] } = useEngineQuery('contracts.list', {}, { keepPrevious: true })
  return data.map(({ id, name, customer }) => ({
    value: id,
    label: customer ? `${name} (${customer})` : name,
  }))
}
