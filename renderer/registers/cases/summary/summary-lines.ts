import { forecastInWords } from '#shared/cases/progress-words.ts'
import { pagesLeft, pagesReviewed } from '#shared/cases/progress.ts'
import type { BoardCard, CaseOverview } from '#shared/registers/cases/case-life.contract.ts'
import { sizeInWords } from '#shared/registers/documents/document-rules.ts'
import { formatDay, ukDayOf } from '#shared/time/plain-date.ts'

/** One number of the cover sheet, and the page of the request where it is dealt with. */
export type SummaryLine = {
  readonly label: string
  readonly text: string
  readonly page: 'documents' | 'review' | 'pack'
  /** Whether somebody has to do something about it. */
  readonly isAmiss?: boolean
}

/** What the cover sheet of a request says, in order. */
export function summaryLines(card: BoardCard): readonly SummaryLine[] {
  const { overview } = card
  if (!overview)
    return [{ label: 'Files', text: 'their file cannot be opened', page: 'documents', isAmiss: true }]
  if (overview.state === 'destroyed')
    return [{ label: 'Files', text: 'destroyed: see the certificate', page: 'documents' }]
  if (overview.state === 'none')
    return [{ label: 'Files', text: 'none yet: bring documents in', page: 'documents' }]
  return [files(overview), ...reviewing(card, overview), ...open(overview), packs(overview)]
}

const number = (count: number) => count.toLocaleString('en-GB')

function files({ sources, bytes }: CaseOverview): SummaryLine {
  const { read, partial, waiting } = sources
  const notRead = sources['not-read']
  const parts = [
    `${number(read)} read`,
    ...(partial > 0 ? [`${number(partial)} read in part`] : []),
    ...(notRead > 0 ? [`${number(notRead)} not read`] : []),
    ...(waiting > 0 ? [`${number(waiting)} waiting`] : []),
  ]
  return {
    label: 'Files',
    text: `${parts.join(', ')} (${sizeInWords(bytes)})`,
    page: 'documents',
    isAmiss: notRead > 0 || waiting > 0,
  }
}

function reviewing({ forecastOn, dueOn, isLate }: BoardCard, overview: CaseOverview): readonly SummaryLine[] {
  if (overview.pages === 0) return []
  const left = pagesLeft(overview)
  return [
    {
      label: 'Pages reviewed',
      text: `${number(pagesReviewed(overview))} of ${number(overview.pages)}, ${number(left)} left`,
      page: 'review',
    },
    {
      label: 'Ready by',
      text: forecastInWords({ pagesLeft: left, forecastOn, dueOn }),
      page: 'review',
      isAmiss: left > 0 && isLate,
    },
  ]
}

function open({ recognition, duplicatesOpen, hiding }: CaseOverview): readonly SummaryLine[] {
  const lines: readonly (SummaryLine & { readonly count: number })[] = [
    {
      count: recognition.waiting,
      label: 'Words to recognise',
      text: `on ${number(recognition.waiting)} ${recognition.waiting === 1 ? 'page' : 'pages'}`,
      page: 'documents',
      isAmiss: true,
    },
    {
      count: duplicatesOpen,
      label: 'The same twice',
      text: `${number(duplicatesOpen)} to decide`,
      page: 'documents',
      isAmiss: true,
    },
    {
      count: hiding,
      label: 'Hidden content',
      text: `in ${number(hiding)} ${hiding === 1 ? 'file' : 'files'}`,
      page: 'documents',
    },
  ]
  return lines.filter(({ count }) => count > 0)
}

function packs({ packs: built, lastReleasedAt }: CaseOverview): SummaryLine {
  const released = lastReleasedAt ? `, last released on ${formatDay(ukDayOf(lastReleasedAt))}` : ''
  return {
    label: 'Packs',
    text: built === 0 ? 'none yet' : `${number(built)} built${released}`,
    page: 'pack',
  }
}
