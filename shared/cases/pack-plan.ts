import { z } from 'zod'
import { Letter } from '#shared/registers/letters/letter.schema.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { DocumentType } from './document.ts'
import { PageFlag } from './page.ts'
import { CaseNumber } from './source.ts'

/** Pages of a paper that follow one another: the first by its number in the case and in its paper. */
export const PlanRun = z.object({
  paper: z.string(),
  firstPage: CaseNumber,
  from: z.int().positive(),
  pages: z.int().positive(),
  /** What these pages take of their paper, in bytes, by their share of its pages. */
  bytes: z.int().min(0),
})
export type PlanRun = z.infer<typeof PlanRun>

/** A document of a pack: what of it is handed over in this phase. */
export const PlanDocument = z.object({
  document: CaseNumber,
  title: z.string(),
  type: DocumentType,
  dated: PlainDate.nullable(),
  author: z.string(),
  runs: z.array(PlanRun).min(1),
})
export type PlanDocument = z.infer<typeof PlanDocument>

/** Pages that are left out, as the schedule counts them: never a title, never a word of what they say. */
export const PlanLeftOut = z.object({
  flag: PageFlag.exclude(['release', 'query']),
  exemption: z.string(),
  type: DocumentType,
  documents: z.int().positive(),
  pages: z.int().positive(),
})
export type PlanLeftOut = z.infer<typeof PlanLeftOut>

/** First and last numbers of pages, as they are stamped. */
export const PageRanges = z.array(z.tuple([z.int().positive(), z.int().positive()]))
export type PageRanges = z.infer<typeof PageRanges>

/** A label of the pack and what it stands for, as the key explains it. */
export const PlanLabel = z.object({ label: z.string(), says: z.string() })
export type PlanLabel = z.infer<typeof PlanLabel>

/** What was removed from pages, as the schedule counts it: never a word of what was removed. */
export const PlanRedaction = z.object({
  exemption: z.string(),
  reason: z.string(),
  ranges: PageRanges,
  pages: z.int().positive(),
  marks: z.int().positive(),
})
export type PlanRedaction = z.infer<typeof PlanRedaction>

/** A spreadsheet that goes along as a workbook of values. */
export const PlanWorkbook = z.object({
  source: CaseNumber,
  file: z.string(),
  /** The document that its first page belongs to, and what that is called. */
  document: CaseNumber,
  title: z.string(),
})
export type PlanWorkbook = z.infer<typeof PlanWorkbook>

/** What a person accepted before release: which check, why, who and when. */
export const Accepted = z.object({
  check: z.string(),
  says: z.string(),
  because: z.string(),
  by: z.string(),
  at: Instant,
})
export type Accepted = z.infer<typeof Accepted>

/** Whether a pack is a part of the answer, or its end. */
export const PackKind = z.enum(['partial', 'final'])
export type PackKind = z.infer<typeof PackKind>

/** Everything a pack is made from, frozen. The same plan gives the same bytes on any day. */
export const PackPlan = z.object({
  version: z.literal(1),
  reference: z.string(),
  phase: z.int().positive(),
  kind: PackKind,
  order: z.enum(['came', 'dated']),
  madeAt: Instant,
  madeBy: z.string(),
  /** 256 random bits in hexadecimal, from which encryption takes what has to be random. */
  seed: z.string().regex(/^[0-9a-f]{64}$/u),
  limits: z.object({ pages: z.int().positive(), bytes: z.int().positive() }),
  /** The number of the first page; numbering goes on from phase to phase. */
  firstNumber: z.int().positive(),
  documents: z.array(PlanDocument),
  leftOut: z.array(PlanLeftOut),
  /** What is removed page by page stands in `pack_pages`; this is its number and hash. */
  removals: z.object({ pages: z.int().min(0), marks: z.int().min(0), sha256: z.string() }),
  labels: z.array(PlanLabel),
  redactions: z.array(PlanRedaction),
  /** Pages of which half the words or more are removed. */
  mostlyRemoved: PageRanges,
  workbooks: z.array(PlanWorkbook),
  letter: Letter,
  article15: Letter,
  search: z.array(z.object({ kind: z.enum(['heading', 'text', 'point']), text: z.string() })),
  accepted: z.array(Accepted),
})
export type PackPlan = z.infer<typeof PackPlan>

/** Volumes of a pack hold at most so many pages and bytes. */
export const VOLUME_LIMITS = { pages: 500, bytes: 100_000_000 } as const

/** How many pages a plan hands over. */
export function pagesOfPlan({ documents }: Pick<PackPlan, 'documents'>): number {
  return documents.reduce((sum, { runs }) => sum + pagesOfRuns(runs), 0)
}

/** How many pages some runs have. */
export function pagesOfRuns(runs: readonly PlanRun[]): number {
  return runs.reduce((sum, { pages }) => sum + pages, 0)
}

/** The reference of a page: "RR-0012/0001". */
export function pageReference(reference: string, number: number): string {
  return `${reference}/${`${number}`.padStart(4, '0')}`
}
