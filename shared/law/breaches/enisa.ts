import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { findCode } from '#shared/law/code-list.ts'
import { DPC_ADJUSTMENTS, DPC_CATEGORIES, ENISA_SCALES, type SeverityStep } from './enisa-scales.ts'

/** What the score is worked out from: fields of a breach as they are kept. */
export type SeverityFields = Pick<
  Breach,
  | 'dataCategories'
  | 'dataRaised'
  | 'dataLowered'
  | 'dataScore'
  | 'identification'
  | 'confidentiality'
  | 'integrity'
  | 'availability'
  | 'isMalicious'
  | 'people'
  | 'isUnintelligible'
>

export type SeverityLevel = 'Low' | 'Medium' | 'High' | 'Very high'

/** One number of the sum, and what it stands for. */
export type SeverityPart = { readonly label: string; readonly score: number; readonly text: string }

/** How severe a breach is by ENISA’s method. */
export type Severity = {
  /** Score of the data in its context, 1 to 4. */
  readonly dpc: number
  /** How easily people are identified, 0.25 to 1. */
  readonly identification: number
  /** What happened to the data, 0 to 2: the sum of the four below. */
  readonly circumstances: number
  readonly circumstancesBy: {
    readonly confidentiality: number
    readonly integrity: number
    readonly availability: number
    readonly malicious: number
  }
  /** `dpc × identification + circumstances`, 0.25 to 6. */
  readonly score: number
  readonly level: SeverityLevel
  /** Said beside the score; they do not change it. */
  readonly flags: readonly string[]
  /** The sum in words, in its order. */
  readonly parts: readonly SeverityPart[]
  /** Circumstances that nobody has answered yet; they count as nought. */
  readonly open: readonly string[]
  /** What to check about the steps chosen: their wording is from memory. */
  readonly checks: readonly string[]
}

const MALICIOUS = 0.5
const NOT_ANSWERED = 'Not answered yet'

/**
 * ENISA’s severity `SE = DPC × EI + CB`, or null while the kind of data or the ease of identification is not known.
 * An aid to judgement: no level stands for a duty to notify or to tell.
 *
 * @source ENISA 2013
 */
export function severityOf(fields: SeverityFields): Severity | null {
  const category = highest(fields.dataCategories)
  const identified = stepOf(ENISA_SCALES.identification, fields.identification)
  if (!category || !identified) return null
  const dpc = scoreOfData(fields, category.score)
  const by = circumstancesIn(fields)
  const each = Object.values(by)
  const circumstances = each.reduce((sum, part) => sum + part.score, 0)
  const score = dpc * identified.score + circumstances
  return {
    dpc,
    identification: identified.score,
    circumstances,
    circumstancesBy: {
      confidentiality: by.confidentiality.score,
      integrity: by.integrity.score,
      availability: by.availability.score,
      malicious: by.malicious.score,
    },
    score,
    level: levelOf(score),
    flags: flagsOf(fields),
    parts: [
      { label: 'Data in its context', score: dpc, text: dataInWords(fields, category, dpc) },
      { label: 'Ease of identification', score: identified.score, text: identified.label },
      ...each.map(({ label, score: part, text }) => ({ label, score: part, text })),
    ],
    open: each.filter(({ text }) => text === NOT_ANSWERED).map(({ label }) => label),
    checks: each.flatMap(({ label, check }) => (check ? [`${label}: ${check}`] : [])),
  }
}

/** The level a score belongs to: low below 2, medium below 3, high below 4. @source ENISA 2013 */
export function levelOf(score: number): SeverityLevel {
  if (score < 2) return 'Low'
  if (score < 3) return 'Medium'
  return score < 4 ? 'High' : 'Very high'
}

type Circumstance = SeverityPart & { readonly check: string | null }

/** What happened to the data, in the order of the method; what nobody answered counts as nought. */
function circumstancesIn(fields: SeverityFields): Record<keyof Severity['circumstancesBy'], Circumstance> {
  const onScale = (label: string, scale: readonly SeverityStep[], code: string | null): Circumstance => {
    const step = stepOf(scale, code)
    return { label, score: step?.score ?? 0, text: step?.label ?? NOT_ANSWERED, check: step?.check ?? null }
  }
  const { isMalicious } = fields
  return {
    confidentiality: onScale('Confidentiality', ENISA_SCALES.confidentiality, fields.confidentiality),
    integrity: onScale('Integrity', ENISA_SCALES.integrity, fields.integrity),
    availability: onScale('Availability', ENISA_SCALES.availability, fields.availability),
    malicious: {
      label: 'Bad intent',
      score: isMalicious ? MALICIOUS : 0,
      text: isMalicious === null ? NOT_ANSWERED : isMalicious ? 'Yes' : 'No',
      check: null,
    },
  }
}

/** The method keeps the score of the data between 1 and 4, whatever raises or lowers it. */
function scoreOfData(fields: SeverityFields, basic: number): number {
  const wanted = fields.dataScore ?? basic + fields.dataRaised.length - fields.dataLowered.length
  return Math.min(4, Math.max(1, wanted))
}

function highest(codes: readonly string[]): SeverityStep | undefined {
  return codes
    .flatMap((code) => findCode(DPC_CATEGORIES, code) ?? [])
    .toSorted((one, other) => other.score - one.score)[0]
}

function stepOf(scale: readonly SeverityStep[], code: string | null): SeverityStep | undefined {
  return code === null ? undefined : findCode(scale, code)
}

function dataInWords(fields: SeverityFields, category: SeverityStep, dpc: number): string {
  const basic = `${category.label} (${category.score})`
  if (fields.dataScore !== null) return `${basic}, set to ${dpc} by hand`
  const named = (list: readonly SeverityStep[], codes: readonly string[]) =>
    codes.flatMap((code) => findCode(list, code)?.label.toLowerCase() ?? [])
  const raised = named(DPC_ADJUSTMENTS.up, fields.dataRaised)
  const lowered = named(DPC_ADJUSTMENTS.down, fields.dataLowered)
  return [
    basic,
    ...(raised.length > 0 ? [`raised by ${raised.join(', ')}`] : []),
    ...(lowered.length > 0 ? [`lowered by ${lowered.join(', ')}`] : []),
  ].join('; ')
}

function flagsOf({ people, isUnintelligible }: SeverityFields): readonly string[] {
  // What is left of an earlier answer does not count once the number is unknown again.
  const count = people.state === 'unknown' ? 0 : Math.max(people.from ?? 0, people.to ?? 0)
  return [
    ...(count > 100 ? ['More than 100 people'] : []),
    ...(isUnintelligible ? ['Nobody else can read the data'] : []),
  ]
}
