import type { ArchiveCounts } from '#shared/registers/archives/archive.contract.ts'

/** A number of bytes as people read it. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  return `${amount.toLocaleString('en-GB', { maximumFractionDigits: 1 })} ${unit}`
}

/** A name for the file: what it holds and as at which day, without characters that file systems refuse. */
export function fileNameFor(scope: string, asAt: string | null, what = 'Record of processing'): string {
  const words = [what, scope, asAt && `as at ${asAt}`].filter(Boolean).join(' - ')
  return words
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

/** What an archive of a whole register holds: "91 records, 3 attached files, 1 request with documents, 412 revisions". */
export function holdsInWords({ records, documents, cases, revisions }: ArchiveCounts): string {
  return [
    counted(records, 'record'),
    documents > 0 && counted(documents, 'attached file'),
    cases > 0 && counted(cases, 'request with documents', 'requests with documents'),
    counted(revisions, 'revision'),
  ]
    .filter(Boolean)
    .join(', ')
}

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
