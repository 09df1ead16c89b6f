import type {
  Entry,
  Fact,
  OrganisationSection,
  Part,
  RecordDocument,
} from '#shared/registers/reports/document-model.ts'
import { drawChart, heightKept } from './charts.ts'
import { type Flow, startFlow } from './flow.ts'
import { ACCENT_COLOUR, type Bookmark, type Page, RULE_COLOUR, SHEET, STYLES, type Tag } from './page.ts'
import { drawBlock, leastHeight } from './rows.ts'
import type { Typesetter } from './typesetter.ts'

/** A bookmark and the page it is on, counted from 1. */
export type ContentsLine = Pick<Bookmark, 'level' | 'title' | 'name'> & { readonly page: number }

/** A group's heading with the space above it. */
const GROUP_HEADING = 12 + STYLES.group.leading + 3

export const ROOT: Tag = { type: 'Document', parent: null }

/** An entry begins on a new page unless this much of the page is left. */
const ROOM_FOR_ENTRY = 230
/** What the head of an entry takes, above a chart that has to follow it. */
const ROOM_FOR_HEAD = 90

/** The first page: whose record this is, as at when, and the head of its chain. */
export function coverPages(document: RecordDocument, typesetter: Typesetter): readonly Page[] {
  const flow = startFlow(typesetter)
  const section: Tag = { type: 'Sect', parent: ROOT }
  flow.y = 150
  flow.paragraph(document.basis, 'muted', { type: 'P', parent: section })
  flow.y += 4
  flow.paragraph(document.title, 'title', { type: 'H1', parent: section })
  flow.y += 2
  flow.paragraph(document.subtitle, 'subtitle', { type: 'P', parent: section })
  flow.y += 14
  flow.rule(flow.y, ACCENT_COLOUR, 1.5)
  flow.y += 18
  drawBlock(flow, { kind: 'facts', facts: document.cover }, section)
  flow.y += 14
  flow.paragraph(document.explanation, 'muted', { type: 'P', parent: section })
  return close(flow.end(), section)
}

/** The contents with page numbers and links; as many pages whatever the numbers are. */
export function contentsPages(lines: readonly ContentsLine[], typesetter: Typesetter): readonly Page[] {
  const flow = startFlow(typesetter)
  flow.running = 'Contents'
  flow.page().running = 'Contents'
  const section: Tag = { type: 'Sect', parent: ROOT }
  flow.paragraph('Contents', 'part', { type: 'H1', parent: section })
  flow.y += 8
  const list: Tag = { type: 'TOC', parent: section }
  for (const line of lines) contentsLine(flow, line, list)
  return close(flow.end(), section)
}

const NUMBER_WIDTH = 34
const INDENTS = [0, 0, 14] as const

function contentsLine(flow: Flow, { level, title, name, page }: ContentsLine, list: Tag): void {
  const style = level === 2 ? 'contents' : 'contentsPart'
  const { leading } = STYLES[style]
  const x = SHEET.left + INDENTS[level]
  const width = SHEET.right - NUMBER_WIDTH - x
  const texts = flow.typesetter.linesOf(title, style, width)
  if (level < 2) flow.space(level === 0 ? 12 : 7)
  flow.ensure(texts.length * leading + (level < 2 ? 3 * leading : 0))
  const item: Tag = { type: 'TOCI', parent: list }
  const tag: Tag = { type: 'Link', parent: item }
  const top = flow.y
  for (const text of texts) {
    flow.page().texts.push({ text, x, y: flow.y, style, tag })
    flow.y += leading
  }
  const number = `${page}`
  const right = SHEET.right - flow.typesetter.widthOf(number, style)
  flow.page().texts.push({ text: number, x: right, y: flow.y - leading, style, tag })
  const end = x + flow.typesetter.widthOf(texts.at(-1) ?? '', style) + 6
  if (level === 2 && right - 6 > end)
    flow
      .page()
      .rules.push({ x: end, y: flow.y - 3.4, width: right - 6 - end, colour: RULE_COLOUR, thickness: 0.5 })
  flow.page().links.push({ x, y: top, width: SHEET.right - x, height: flow.y - top, to: name, title, tag })
  flow.page().closed.push(item)
}

/** The pages of the record itself, one after the other; only the page in hand is kept. */
export function* recordPages(document: RecordDocument, typesetter: Typesetter): Generator<Page> {
  const flow = startFlow(typesetter)
  let count = 0
  const mark = (level: Bookmark['level'], title: string) => {
    count += 1
    flow.page().bookmarks.push({ level, title, name: `place-${count}`, y: flow.y })
  }
  let isFirst = true
  for (const part of document.parts) {
    for (const [index, organisation] of part.organisations.entries()) {
      flow.running = organisation.name
      if (isFirst) flow.page().running = flow.running
      else flow.newPage()
      isFirst = false
      if (index === 0) drawPartHeading(flow, part, mark)
      yield* organisationPages(flow, organisation, mark)
    }
  }
  if (isFirst) flow.paragraph(document.empty, 'body', { type: 'P', parent: ROOT })
  yield* flow.end()
}

type Mark = (level: Bookmark['level'], title: string) => void

function drawPartHeading(flow: Flow, part: Part, mark: Mark): void {
  mark(0, part.heading)
  flow.paragraph(part.heading, 'part', { type: 'H1', parent: ROOT })
  flow.paragraph(part.citation, 'muted', { type: 'P', parent: ROOT })
  flow.y += 12
}

function* organisationPages(flow: Flow, organisation: OrganisationSection, mark: Mark): Generator<Page> {
  const section: Tag = { type: 'Sect', parent: ROOT }
  mark(1, organisation.name)
  flow.paragraph(organisation.name, 'organisation', { type: 'H2', parent: section })
  flow.y += 5
  flow.rule(flow.y, ACCENT_COLOUR, 1)
  drawBlock(flow, { kind: 'facts', facts: organisation.facts satisfies readonly Fact[] }, section)
  for (const entry of organisation.entries) {
    drawEntry(flow, entry, section, mark)
    yield* flow.takeFinished()
  }
  flow.page().closed.push(section)
}

function drawEntry(flow: Flow, entry: Entry, parent: Tag, mark: Mark): void {
  const { summary, description, groups } = entry.build()
  const section: Tag = { type: 'Sect', parent }
  const first = groups[0]?.blocks[0]
  const room = first?.kind === 'chart' ? ROOM_FOR_HEAD + heightKept(first.chart) : ROOM_FOR_ENTRY
  if (flow.y + room > SHEET.bottom) flow.newPage()
  else {
    flow.y += 26
    flow.rule(flow.y, ACCENT_COLOUR, 1)
    flow.y += 10
  }
  mark(2, entry.reference ? `${entry.reference}  ${entry.name}` : entry.name)
  if (entry.reference) flow.paragraph(entry.reference, 'reference', { type: 'P', parent: section })
  flow.paragraph(entry.name, 'activity', { type: 'H3', parent: section })
  flow.y += 1
  flow.paragraph(summary, 'muted', { type: 'P', parent: section })
  if (description) {
    flow.y += 4
    flow.paragraph(description, 'body', { type: 'P', parent: section })
  }
  for (const { heading, citation, blocks } of groups) {
    if (heading) drawGroupHeading(flow, heading, citation, leastHeight(flow, blocks[0]), section)
    for (const block of blocks) {
      if (block.kind === 'chart') drawChart(flow, block.chart, section)
      else drawBlock(flow, block, section)
    }
  }
  flow.page().closed.push(section)
}

function drawGroupHeading(flow: Flow, heading: string, citation: string, below: number, section: Tag): void {
  flow.ensure(GROUP_HEADING + below)
  flow.space(12)
  const tag: Tag = { type: 'H4', parent: section }
  flow.page().texts.push({ text: heading, x: SHEET.left, y: flow.y, style: 'group', tag })
  if (citation) {
    const x = SHEET.right - flow.typesetter.widthOf(citation, 'muted')
    flow.page().texts.push({ text: citation, x, y: flow.y + 1.2, style: 'muted', tag })
  }
  flow.y += STYLES.group.leading + 3
  flow.rule(flow.y, ACCENT_COLOUR, 0.7)
}

function close(pages: readonly Page[], section: Tag): readonly Page[] {
  pages.at(-1)?.closed.push(section)
  return pages
}
