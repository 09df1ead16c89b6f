import type { Naming } from '#shared/described/words.ts'
import { countryName } from '#shared/law/countries.ts'
import type { Lookups } from '../records/lookups.ts'

/** Names of what the lookups know: organisations, contracts, terms and countries. */
export function namingIn({ organisations, contracts, terms }: Lookups): Naming {
  return (kind, id) => {
    switch (kind) {
      case 'country':
        return countryName(id)
      case 'organisations':
        return organisations.get(id)?.legalName
      case 'contracts':
        return contracts.get(id)?.name
      case 'vocabulary':
        return terms.get(id)?.name
      default:
        return undefined
    }
  }
}
