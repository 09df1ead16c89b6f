import type { RegisterName } from '#shared/records/record.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { Disclosure } from '#shared/registers/disclosures/disclosure.register.ts'
import type { LetterPiece } from '#shared/registers/letters/letter.schema.ts'
import type { BaseRecord } from '#shared/described/register.ts'
import type { ProcessorFacts } from '#shared/registers/processors/processor.fields.ts'
import type { ScheduleRule } from '#shared/registers/retention/retention-rule.record.ts'
import type { TransferRecord } from '#shared/registers/transfers/transfer.fields.ts'
import type { RequestRecord } from './request.fields.ts'

/** What the register knows of how a person’s data is used: the records, and what they refer to by name. */
export type Article15Facts = {
  readonly request: Pick<RequestRecord, 'id' | 'personName'>
  /** Those that were chosen for the letter. */
  readonly activities: readonly Activity[]
  /** Of this request and of those it is linked with. */
  readonly disclosures: readonly Disclosure[]
  /** Of these activities. */
  readonly processors: readonly (BaseRecord & ProcessorFacts)[]
  readonly transfers: readonly (BaseRecord & TransferRecord)[]
  readonly retentionRules: readonly ScheduleRule[]
  readonly nameOfTerm: (id: string) => string | undefined
  readonly nameOfCountry: (code: string) => string
  readonly nameOfPartner: (id: string) => string | undefined
  /** The number in the trail of a record’s last change; null where it is not known. */
  readonly revisionOf: (register: RegisterName, id: string) => number | null
}

/** The facts while no activity was chosen. */
export function noArticle15Facts(request: Article15Facts['request']): Article15Facts {
  return {
    request,
    activities: [],
    disclosures: [],
    processors: [],
    transfers: [],
    retentionRules: [],
    nameOfTerm: () => undefined,
    nameOfCountry: (code) => code,
    nameOfPartner: () => undefined,
    revisionOf: () => null,
  }
}

/** A record that facts are taken from. */
export type FactRecord = { readonly register: RegisterName; readonly id: string; readonly called: string }

/** A fact of a record, with where it stands; without text it is a gap. */
export function fact(
  { revisionOf }: Pick<Article15Facts, 'revisionOf'>,
  { register, id, called }: FactRecord,
  field: string,
  label: string,
  text: string | null | undefined,
): LetterPiece {
  const source = { register, id, field, revision: revisionOf(register, id) }
  return { label: `${label} (${called})`, from: called, text: text?.trim() ? text.trim() : null, source }
}

/** An activity as a record that facts are taken from. */
export function activityRecord({ id, reference, name }: Activity): FactRecord {
  return { register: 'activities', id, called: [reference, name].filter(Boolean).join(' ') }
}

/** A described record that facts are taken from. */
export function describedRecord(
  register: 'disclosures' | 'processors' | 'transfers' | 'retention',
  { id, reference, name }: Pick<BaseRecord, 'id' | 'reference' | 'name'>,
): FactRecord {
  return { register, id, called: [reference, name].filter(Boolean).join(' ') }
}

/** Facts as one list of pieces between commas; what says the same is said once. */
export function inOneLine(pieces: readonly LetterPiece[], between = ', '): readonly LetterPiece[] {
  return once(pieces).flatMap((piece, index) => (index === 0 ? [piece] : [between, piece]))
}

/** Each text once, from where it stands first; gaps stay. */
export function once(pieces: readonly LetterPiece[]): readonly LetterPiece[] {
  const seen = new Set<string>()
  return pieces.filter((piece) => {
    const key = typeof piece === 'string' ? piece : (piece.text ?? `[${piece.label}]`)
    if (seen.has(key.toLowerCase())) return false
    seen.add(key.toLowerCase())
    return true
  })
}
