import { z } from 'zod'
import { Line, Passage, RecordId } from '#shared/records/record.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

export const TermId = RecordId.brand<'TermId'>()
export type TermId = z.infer<typeof TermId>

/** The word lists that activities draw on. */
export const VocabularyName = z.enum([
  'people',
  'data',
  'sources',
  'recipients',
  'systems',
  'measures',
  'statutes',
  'functions',
])
export type VocabularyName = z.infer<typeof VocabularyName>

/**
 * The class the law puts personal data in.
 * @source UK GDPR Art 9(1): special categories of personal data
 * @source UK GDPR Art 10(1); DPA 2018 s.11(2): criminal convictions and offences, allegations included
 */
export const DataClass = z.enum(['ordinary', 'special', 'criminal'])
export type DataClass = z.infer<typeof DataClass>

/** How a system or store holds data. */
export const Medium = z.enum(['electronic', 'paper'])
export type Medium = z.infer<typeof Medium>

/** What a statute or instrument is, so that guidance is not mistaken for law. */
export const Standing = z.enum(['in force', 'superseded', 'guidance', 'superseded guidance', 'unspecified'])
export type Standing = z.infer<typeof Standing>

/** One word of one list. Fields that do not concern its list stay null. */
export const Term = z.object({
  id: TermId,
  vocabulary: VocabularyName,
  name: z.string().trim().min(1, 'Give the term a name').max(200),
  description: Passage,
  synonyms: z.array(Line),
  /** Set when the term is no longer to be chosen; records that use it keep it. */
  deprecatedOn: PlainDate.nullable(),
  /** data: the class it falls in unless an activity says otherwise. */
  dataClass: DataClass.nullable(),
  /** systems: how it holds data. */
  medium: Medium.nullable(),
  /** systems and recipients: where it is, and the day that was last known. */
  location: Line,
  locationAsOf: PlainDate.nullable(),
  /** recipients and systems: country, when it is known. */
  country: Line,
  /** statutes: whether it is law in force. */
  standing: Standing.nullable(),
  /** statutes: how it is cited; recipients: the legal name. */
  citation: Line,
})
export type Term = z.infer<typeof Term>

/** A term as first written down: a name and its list. */
export function newTerm(id: TermId, vocabulary: VocabularyName, name: string): Term {
  return {
    id,
    vocabulary,
    name,
    description: '',
    synonyms: [],
    deprecatedOn: null,
    dataClass: vocabulary === 'data' ? 'ordinary' : null,
    medium: vocabulary === 'systems' ? 'electronic' : null,
    location: '',
    locationAsOf: null,
    country: '',
    standing: vocabulary === 'statutes' ? 'unspecified' : null,
    citation: '',
  }
}
