import { DocumentType, type LogicalDocument } from '#shared/cases/document.ts'
import { type Mark, MarkAnswers, MarkOrigin, MarkShape, MarkState, MarkTarget } from '#shared/cases/mark.ts'
import { type Page, PageFlag, TextState } from '#shared/cases/page.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/** A row of `pages`. */
export type PageRow = {
  readonly id: number
  readonly source: number
  readonly document: number
  readonly number: number
  readonly label: string
  readonly width: number
  readonly height: number
  readonly text_state: string
  readonly is_picture: number
  readonly flag: string | null
  readonly flag_because: string
  readonly exemption: string
  readonly reopened: string
}

/** A row of `documents`, with how many pages it has. */
export type DocumentRow = {
  readonly id: number
  readonly source: number
  readonly first_page: number
  readonly title: string
  readonly type: string
  readonly dated: string | null
  readonly author: string
  readonly because: string
  readonly is_confirmed: number
}

/** A row of `marks`. */
export type MarkRow = {
  readonly id: number
  readonly page: number
  readonly shape: string
  readonly target: string
  readonly origin: string
  readonly state: string
  readonly exemption: string
  readonly answers: string
  readonly reason: string
  readonly label: string
  readonly person: number | null
  readonly term: number | null
  readonly made_at: string
  readonly made_by: string
  /** The place in the page's text, for marks of words. */
  readonly text_start: number | null
  readonly text_end: number | null
}

/** A page as it is told. */
export const pageOf = (row: PageRow): Page => ({
  id: row.id,
  source: row.source,
  document: row.document,
  number: row.number,
  label: row.label,
  width: row.width,
  height: row.height,
  textState: TextState.parse(row.text_state),
  isPicture: row.is_picture === 1,
  flag: PageFlag.nullable().parse(row.flag),
  flagBecause: row.flag_because,
  exemption: row.exemption,
  reopened: row.reopened,
})

/** A logical document as it is told. */
export const documentOf = (row: DocumentRow, pages: number): LogicalDocument => ({
  id: row.id,
  source: row.source,
  firstPage: row.first_page,
  pages,
  title: row.title,
  type: DocumentType.parse(row.type),
  dated: row.dated === null ? null : PlainDate.parse(row.dated),
  author: row.author,
  because: row.because,
  isConfirmed: row.is_confirmed === 1,
})

/** A mark as it is told. */
export const markOf = (row: MarkRow): Mark => ({
  id: row.id,
  page: row.page,
  shape: MarkShape.parse(JSON.parse(row.shape)),
  target: MarkTarget.parse(JSON.parse(row.target)),
  origin: MarkOrigin.parse(row.origin),
  state: MarkState.parse(row.state),
  exemption: row.exemption,
  answers: MarkAnswers.parse(JSON.parse(row.answers)),
  reason: row.reason,
  label: row.label,
  person: row.person,
  term: row.term,
  madeAt: Instant.parse(row.made_at),
  madeBy: row.made_by,
})
