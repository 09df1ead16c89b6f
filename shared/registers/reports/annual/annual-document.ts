import { deadlineContext } from '#shared/described/deadline-context.ts'
import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import { breaches } from '#shared/registers/breaches/breach.register.ts'
import { complaints } from '#shared/registers/complaints/complaint.register.ts'
import { requests } from '#shared/registers/requests/request.register.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Block, Entry, Part, RecordDocument } from '../document-model.ts'
import { footerOf, stampFacts } from '../document-stamp.ts'
import type { AnnualPart } from './annual-part.ts'
import { breachesPart } from './breaches-part.ts'
import { complaintsPart } from './complaints-part.ts'
import { type Period, periodWords } from './period.ts'
import { requestsPart } from './requests-part.ts'
import { upkeepPart } from './upkeep-part.ts'

type Options = {
  readonly period: Period
  readonly today: PlainDate
  /** Only this organisation; null for all. */
  readonly organisationId: string | null
}

/** The report to the board on one period: it names references and numbers, and no person. */
export function annualDocument(content: RegisterContent, stamp: Stamp, options: Options): RecordDocument {
  const { period, organisationId } = options
  const organisations = content.organisations.filter(({ relation }) => relation === 'own')
  const chosen = organisations.find(({ id }) => id === organisationId)
  const whose = chosen?.legalName ?? 'All organisations'
  const reported = annualParts(content, options)
  const compared = chosen ? [] : comparison(content, organisations, options)
  return {
    title: 'Annual report on data protection',
    subtitle: whose,
    basis: periodWords(period),
    cover: [
      { label: 'Organisation', lines: [whose] },
      { label: 'Period', lines: [periodWords(period)] },
      ...stampFacts(content.settings, stamp),
    ],
    explanation:
      'The figures are counted from the registers at the moment the report was made. Requests and breaches are named by their reference only.',
    parts: [...reported.map((part) => partOf(part, whose)), ...compared],
    footer: footerOf(stamp),
    empty: 'Nothing is recorded.',
  }
}

/** The parts of a report: requests, complaints, breaches, and how the records are kept. */
export function annualParts(whole: RegisterContent, options: Options): readonly AnnualPart[] {
  const { period, today, organisationId } = options
  const content = onlyOf(whole, organisationId)
  const nations = new Map(content.organisations.map(({ id, nation }) => [id as string, nation]))
  const context = deadlineContext(content.settings, (id) => nations.get(id ?? ''))
  const { described } = content
  return [
    requestsPart(
      described.requests.map((record) => requests.schema.parse(record)),
      period,
      today,
      context,
    ),
    complaintsPart(
      described.complaints.map((record) => complaints.schema.parse(record)),
      period,
      context,
    ),
    breachesPart(
      described.breaches.map((record) => breaches.schema.parse(record)),
      period,
    ),
    upkeepPart(content, period, today, context),
  ]
}

function partOf(part: AnnualPart, whose: string): Part {
  return {
    heading: part.heading,
    citation: part.citation,
    organisations: [
      {
        name: whose,
        facts: part.figures.map(([label, value]) => ({ label, lines: [value] })),
        entries: [...chartEntry(part), ...lateEntry(part)],
      },
    ],
  }
}

function chartEntry({ charts }: AnnualPart): readonly Entry[] {
  const shown = charts.filter(({ categories }) => categories.length > 0)
  if (shown.length === 0) return []
  return [
    entry(
      'Charts and their numbers',
      shown.map((chart) => ({ kind: 'chart', chart })),
    ),
  ]
}

function lateEntry({ late }: AnnualPart): readonly Entry[] {
  if (late.length === 0) return []
  const rows = late.map(({ reference, why }) => [[reference], [why]])
  const columns = [
    { heading: 'Reference', share: 20 },
    { heading: 'Reason recorded', share: 80 },
  ]
  return [entry('What was late, and why', [{ kind: 'table', label: 'Late', columns, rows }])]
}

function entry(name: string, blocks: readonly Block[]): Entry {
  return {
    id: name,
    reference: '',
    name,
    build: () => ({ summary: '', description: '', groups: [{ heading: '', citation: '', blocks }] }),
  }
}

/** The first figures of each part, one row for each organisation. */
function comparison(
  content: RegisterContent,
  organisations: RegisterContent['organisations'],
  options: Options,
): readonly Part[] {
  const byOrganisation = organisations.map(({ id, legalName }) => ({
    name: legalName,
    parts: annualParts(content, { ...options, organisationId: id }),
  }))
  const [first] = byOrganisation
  if (byOrganisation.length < 2 || !first) return []
  const entries = first.parts.slice(0, 3).map((part, index): Entry => {
    const labels = part.compared.map(([label]) => label)
    const columns = [
      { heading: 'Organisation', share: 32 },
      ...labels.map((heading) => ({ heading, share: 17 })),
    ]
    const rows = byOrganisation.map(({ name, parts }) => [
      [name],
      ...labels.map((label) => [parts[index]!.compared.find(([one]) => one === label)?.[1] ?? '']),
    ])
    return entry(part.heading, [{ kind: 'table', label: part.heading, columns, rows }])
  })
  return [
    {
      heading: 'By organisation',
      citation: 'The first figures of each part',
      organisations: [{ name: 'Side by side', facts: [], entries }],
    },
  ]
}

function onlyOf(content: RegisterContent, organisationId: string | null): RegisterContent {
  if (organisationId === null) return content
  const isTheirs = (record: { readonly organisationId?: string | null }) =>
    record.organisationId === organisationId
  return {
    ...content,
    organisations: content.organisations.filter(({ id }) => id === organisationId),
    contracts: content.contracts.filter(isTheirs),
    activities: content.activities.filter(isTheirs),
    described: Object.fromEntries(
      Object.entries(content.described).map(([name, records]) => [name, records.filter(isTheirs)]),
    ) as unknown as RegisterContent['described'],
  }
}
