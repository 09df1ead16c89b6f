import { described } from '#shared/described/all.ts'
import { deadlineContext } from '#shared/described/deadline-context.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { AppError } from '#shared/errors.ts'
import { complaintLetter, findComplaintLetter } from '#shared/registers/complaints/letters.ts'
import type { ComplaintRecord } from '#shared/registers/complaints/complaint.fields.ts'
import type { LetterRegister } from '#shared/registers/letters/letter.contract.ts'
import type { Letter, LetterParagraph, LetterSource } from '#shared/registers/letters/letter.schema.ts'
import { point, say, taken } from '#shared/registers/letters/letter-words.ts'
import { withSources } from '#shared/registers/letters/with-sources.ts'
import type { RequestLetterKind } from '#shared/registers/requests/letter-kinds.ts'
import { findRequestLetter, requestLetter } from '#shared/registers/requests/letters.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import type {
  RequestLetterVersion,
  TemplateWords,
} from '#shared/registers/requests/templates/template.schema.ts'
import { templateFor } from '#shared/registers/requests/templates/templates.ts'
import type { SearchEntry } from '#shared/registers/searches/search.fields.ts'
import { searchStatement } from '#shared/registers/searches/statement.ts'
import { regulatorOn } from '#shared/registers/settings/settings.schema.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { ReadDb } from '../../db/schema.ts'
import type { Lookups } from '../../records/lookups.ts'
import { linkedTo, readArticle15, revisionsOf } from './article15.ts'

/** Which letter about a request, in which version; `words` for a wording that is not kept. */
export type RequestLetterAsked = {
  readonly kind: RequestLetterKind
  readonly version: RequestLetterVersion
  readonly words?: TemplateWords
}

/** A letter of a record as it reads on a day, with the record and revision behind each fact. */
export async function composeLetter(
  db: ReadDb,
  record: AnyRecord,
  which: {
    readonly register: LetterRegister
    readonly letter: string
    readonly version: RequestLetterVersion
  },
  lookups: Lookups,
  today: PlainDate,
): Promise<Letter> {
  const { register, letter, version } = which
  if (register === 'requests') {
    const kind = findRequestLetter(letter)
    if (kind)
      return composeRequestLetter(db, record as unknown as RequestRecord, { kind, version }, lookups, today)
  } else {
    const kind = findComplaintLetter(letter)
    if (kind)
      return sourced(
        db,
        register,
        record,
        complaintLetter(kind, record as unknown as ComplaintRecord, worldOf(record, lookups, today)),
      )
  }
  throw new AppError(
    'invalid',
    `There is no letter called “${letter}” for ${described(register).label.toLowerCase()}.`,
  )
}

/** A letter about a request as it reads on a day. */
export async function composeRequestLetter(
  db: ReadDb,
  request: RequestRecord,
  { kind, version, words }: RequestLetterAsked,
  lookups: Lookups,
  today: PlainDate,
): Promise<Letter> {
  const { organisations, settings } = lookups
  const context = deadlineContext(settings, (one) => organisations.get(one ?? '')?.nation)
  const written = requestLetter(kind, request, worldOf(request, lookups, today), context, {
    version,
    words: words ?? templateFor(settings.letterTemplates, { kind, version }),
    article15: await readArticle15(db, request, lookups),
    searchStatement: await readStatement(db, request, lookups),
  })
  return sourced(db, 'requests', request, written)
}

/** The letter’s sender and regulator on a day. */
export function worldOf(
  { organisationId }: Pick<AnyRecord, 'organisationId'>,
  { organisations, settings }: Pick<Lookups, 'organisations' | 'settings'>,
  today: PlainDate,
) {
  const organisation = organisations.get(organisationId ?? '') ?? null
  return { today, organisation, regulator: regulatorOn(settings, today) }
}

/** What was searched, in the words of the search record; null while it is empty. @source UK GDPR Art 15(1A) */
async function readStatement(
  db: ReadDb,
  request: RequestRecord,
  { terms }: Pick<Lookups, 'terms'>,
): Promise<readonly LetterParagraph[] | null> {
  const linked = (await linkedTo(db, 'searches', [request.id])) as unknown as SearchEntry[]
  const entries = linked.filter(({ requestId }) => requestId === request.id)
  if (entries.length === 0) return null
  const parts = searchStatement(request, entries, { systemName: (id) => terms.get(id)?.name })
  return parts.map(({ kind, text }) => {
    const [words, gap] = text.split(MISSING_REASON, 2)
    const pieces =
      gap === undefined
        ? [taken('What was searched', SEARCH_RECORD, text)]
        : [words!, taken('Why a place was not searched', SEARCH_RECORD, null)]
    // The letter has headings of its own: those of the statement would end up above what follows it.
    return kind === 'point' ? point`${pieces}` : kind === 'heading' ? say`${pieces}:` : say`${pieces}`
  })
}

const SEARCH_RECORD = 'the search record'
const MISSING_REASON = '[The reason is not recorded yet.]'

async function sourced(
  db: ReadDb,
  register: LetterRegister,
  { id, organisationId }: Pick<AnyRecord, 'id' | 'organisationId'>,
  letter: Letter,
): Promise<Letter> {
  const revisions = await revisionsOf(db, [id, ...(organisationId ? [organisationId] : []), 'settings'])
  const source = (of: LetterSource['register'], record: string, field: string): LetterSource => ({
    register: of,
    id: record,
    field,
    revision: revisions.get(`${of} ${record}`) ?? null,
  })
  const fields = described(register).fields
  return withSources(letter, (from) => {
    if (from === 'the settings') return source('settings', 'settings', 'regulators')
    if (from === 'the organisation')
      return organisationId ? source('organisations', organisationId, 'dataProtectionOfficer') : undefined
    if (from === 'the clock') return source(register, id, 'receivedOn')
    if (from === SEARCH_RECORD) return source(register, id, 'searched')
    return from === 'organisationId' || Object.hasOwn(fields, from) ? source(register, id, from) : undefined
  })
}
