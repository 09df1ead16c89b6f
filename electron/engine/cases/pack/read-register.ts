import { valueOf } from '#shared/answer.ts'
import type { PackKind } from '#shared/cases/pack-plan.ts'
import type { Letter } from '#shared/registers/letters/letter.schema.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import type { SearchEntry } from '#shared/registers/searches/search.fields.ts'
import { searchStatement, type StatementPart } from '#shared/registers/searches/statement.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kindOf } from '../../described/kind-of.ts'
import { type Lookups, readLookups } from '../../records/lookups.ts'
import { getRecord } from '../../records/store.ts'
import { composeArticle15, linkedTo, readArticle15 } from '../../registers/letters/article15.ts'
import { composeRequestLetter } from '../../registers/letters/compose-letter.ts'

/** What a pack takes from the register: the request, its letter and sheet, and the search. */
export type FromRegister = {
  readonly request: RequestRecord
  readonly letter: Letter
  readonly article15: Letter
  readonly searches: readonly SearchEntry[]
  readonly statement: readonly StatementPart[]
  readonly hasHealthActivity: boolean
  readonly today: PlainDate
}

/** Reads what a pack takes from the register. The letter is the one that was sent, or else the one composed now. */
export async function readForPack(
  db: ReadDb,
  id: string,
  kind: PackKind,
  today: PlainDate,
): Promise<FromRegister> {
  const request = (await getRecord(db, kindOf('requests'), id)) as unknown as RequestRecord
  const lookups = await readLookups(db, today)
  const sent = request.sentLetters.findLast((letter) => letter.kind === kind)
  // Whoever was written to in words that are easier to read is answered in them.
  const version = (sent ?? request.sentLetters.at(-1))?.version ?? 'standard'
  const letter = sent?.letter ?? (await composeRequestLetter(db, request, { kind, version }, lookups, today))
  const linked = (await linkedTo(db, 'searches', [id])) as unknown as SearchEntry[]
  const searches = linked.filter(({ requestId }) => requestId === id)
  const { activities } = await readArticle15(db, request, lookups)
  return {
    request,
    letter,
    article15: await composeArticle15(db, id, today, version),
    searches,
    statement: searchStatement(request, searches, {
      systemName: (system) => lookups.terms.get(system)?.name,
    }),
    hasHealthActivity: activities.some((activity) => hasHealthTerm(JSON.stringify(activity), lookups.terms)),
    today,
  }
}

/**
 * Names that may stand anywhere in a pack, because our own pages print them: of who asks and whose data it is, of the
 * organisation, and of those who speak for it.
 */
export async function readOpenNames(db: ReadDb, id: string, today: PlainDate): Promise<string[]> {
  const request = (await getRecord(db, kindOf('requests'), id)) as unknown as RequestRecord
  const organisation = (await readLookups(db, today)).organisations.get(request.organisationId ?? '')
  const officer = organisation ? valueOf(organisation.dataProtectionOfficer) : undefined
  return [
    request.requesterName,
    request.personName,
    organisation?.legalName ?? '',
    ...(organisation?.tradingNames ?? []),
    officer?.name ?? '',
  ].filter((name) => name.trim() !== '')
}

const SPEAKS_OF_HEALTH = /health|medic|diagnos|disab|therap|clinical/iu

/** Whether an activity uses a kind of data that is special and by its name about health. */
function hasHealthTerm(activity: string, terms: Lookups['terms']): boolean {
  for (const [id, term] of terms)
    if (
      'dataClass' in term &&
      term.dataClass === 'special' &&
      SPEAKS_OF_HEALTH.test(term.name) &&
      activity.includes(id)
    )
      return true
  return false
}
