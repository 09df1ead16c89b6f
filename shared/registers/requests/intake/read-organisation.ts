import { valueOf } from '#shared/answer.ts'
import type { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import type { Proposal } from './message-reading.ts'
import { addressesIn } from './split-message.ts'

/** Domains of which everybody may have an address: they tell nobody's organisation. */
const FOR_ANYBODY =
  /^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|btinternet|sky|talktalk|virginmedia|ntlworld|proton|protonmail|pm|gmx|mail)\./iu

/** Which addresses belong to our own organisations, and to which: several companies of a group may share one. */
export type OwnAddresses = { readonly ownersOf: (address: string) => readonly Organisation[] }

/** Knows an organisation by the addresses in its record, and by their domains and its website's. */
export function ownAddresses(organisations: readonly Organisation[]): OwnAddresses {
  const byAddress = new Map<string, Organisation[]>()
  const byDomain = new Map<string, Organisation[]>()
  for (const organisation of organisations.filter(({ relation }) => relation === 'own')) {
    for (const address of addressesOf(organisation)) {
      keep(byAddress, address, organisation)
      keep(byDomain, address.slice(address.indexOf('@') + 1), organisation)
    }
    keep(byDomain, domainOf(organisation.website), organisation)
  }
  return {
    ownersOf(address) {
      const small = address.toLowerCase()
      const domain = small.slice(small.indexOf('@') + 1)
      return byAddress.get(small) ?? (FOR_ANYBODY.test(domain) ? [] : (byDomain.get(domain) ?? []))
    },
  }
}

function keep(map: Map<string, Organisation[]>, key: string, organisation: Organisation): void {
  const owners = map.get(key) ?? []
  if (key !== '' && !owners.includes(organisation)) map.set(key, [...owners, organisation])
}

function addressesOf({ email, dataProtectionOfficer, contacts }: Organisation): readonly string[] {
  const officer = valueOf(dataProtectionOfficer)?.email ?? ''
  return [email, officer, ...contacts.map((contact) => contact.email)].flatMap(addressesIn)
}

function domainOf(website: string): string {
  return website
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/[/?#].*$/u, '')
}

/** As many organisations of a group as are offered to choose from. */
const OFFERED = 5

/** To which of our organisations a message went: by its address, or else by a name it mentions. */
export function readOrganisation(
  to: readonly string[],
  text: string,
  organisations: readonly Organisation[],
  { ownersOf }: OwnAddresses,
): readonly Proposal[] {
  const named = namedIn(text, organisations)
  for (const line of to)
    for (const address of addressesIn(line)) {
      const owners = ownersOf(address)
      if (owners.length === 1)
        return [proposal(owners[0]!, line, 'It was sent to an address of this organisation.', true)]
      if (owners.length > 1) return shared(owners, named, line)
    }
  return named
    .slice(0, 1)
    .map(([one, quote]) => proposal(one, quote, 'The message names this organisation.', false))
}

type Named = readonly [organisation: Organisation, quote: string]

/** The one that is named stands first, then the one above the others. */
function shared(owners: readonly Organisation[], named: readonly Named[], line: string): readonly Proposal[] {
  const rank = (one: Organisation) =>
    (named.some(([other]) => other === one) ? 2 : 0) +
    (owners.some(({ parentId }) => parentId === one.id) ? 1 : 0)
  const why = 'Several of the organisations share this address: choose.'
  return owners
    .toSorted((one, other) => rank(other) - rank(one))
    .slice(0, OFFERED)
    .map((one) => proposal(one, line, why, false))
}

function namedIn(text: string, organisations: readonly Organisation[]): readonly Named[] {
  const small = text.toLowerCase()
  return organisations
    .filter(({ relation }) => relation === 'own')
    .flatMap((organisation) => {
      const names = [organisation.legalName, ...organisation.tradingNames].filter((name) => name.length > 3)
      const found = names.flatMap((name) => {
        const at = small.indexOf(name.toLowerCase())
        const quote = at < 0 ? '' : text.slice(at, at + name.length)
        // Some letters change their length in small: then the place found is another one.
        return quote !== '' && quote.toLowerCase() === name.toLowerCase() ? [quote] : []
      })
      return found.slice(0, 1).map((quote): Named => [organisation, quote])
    })
}

function proposal({ id }: Organisation, quote: string, why: string, isSure: boolean): Proposal {
  return { field: 'organisationId', value: id, quote, why, isSure }
}
