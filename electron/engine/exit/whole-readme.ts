import { formatInstant } from '#shared/time/plain-date.ts'
import type { About } from './whole-files.ts'

/** From so many records on, making pages of them would take longer than reading them is worth: hours, at 100,000. */
const RECORDS_ON_PAGES = 10_000

/** Whether a register is small enough to be handed out as PDFs and as a spreadsheet too. */
export const hasPages = ({ counts }: Pick<About, 'counts'>) => counts.records <= RECORDS_ON_PAGES

/** What somebody who has never seen the program needs to know first. */
export function wholeReadme(about: About): string {
  const { registerName, registerId, madeAt, chain, counts, withHistory, withCases } = about
  const count = (many: number) => many.toLocaleString('en-GB')
  return [
    'A WHOLE REGISTER',
    '',
    `Register:    ${registerName.replaceAll(/\s+/gu, ' ')} (${registerId})`,
    `Made:        ${formatInstant(madeAt)} (${madeAt})`,
    `Revision:    ${chain.seq}`,
    `Chain head:  ${chain.head}`,
    `Holds:       ${count(counts.records)} records, ${count(counts.documents)} attached files, ${count(counts.cases)} case files, ${count(counts.revisions)} revisions`,
    '',
    'Everything a data protection officer kept in DPO Workbench. DPO Workbench makes a new register of it',
    '(“dpo import archive”), and nothing here needs that program: the files are text, CSV, PDF and SQLite.',
    'All of it is in clear. Unless the zip is encrypted, keep it as you would keep the register itself.',
    '',
    'WHAT IS IN IT',
    '',
    'about.json             which register this is and how much there is of each kind',
    'records/               every record of every register: one file for each register, one record a line,',
    '                       JSON (RFC 8259) with sorted keys, in order of the ids; this is the lossless copy',
    'schema/                a JSON Schema (2020-12) for a line of each of those files, and for the lists below',
    'documents.jsonl        every attached file: its name, length, SHA-256, and the records that name it',
    'documents/             their bytes, each file once, named by its SHA-256',
    'revisions.jsonl        the trail: who changed which record when, each chained to the one before',
    ...(withHistory
      ? [
          'revisions-bodies.jsonl the exact text of the record after each of those changes; null where it was erased',
        ]
      : [
          '                       (earlier contents of records were left out; the trail is there as evidence)',
        ]),
    'cases.jsonl            requests whose documents were brought in, and certificates of those destroyed',
    ...(withCases
      ? [
          'cases/                 for each such request a SQLite database with its files (tables sources, blobs,',
          '                       chunks), their pages and words, what was marked, decided and handed out',
        ]
      : ['                       (the documents themselves were left out)']),
    'record.csv, tables/, registers/',
    '                       the same records as tables, tied together by their ids',
    ...(hasPages(about)
      ? [
          'record.pdf, record.xlsx, registers/*.pdf',
          '                       the same to read and to hand out, the record in the columns of the ICO template',
        ]
      : [
          `                       (with more than ${count(RECORDS_ON_PAGES)} records there are no PDFs and no spreadsheet)`,
        ]),
    '',
    'HOW IT HANGS TOGETHER',
    '',
    'Records refer to one another by “id”. A file attached to a record is an entry with “document”: the id of a',
    'line in documents.jsonl. Half of a character, as a broken paste leaves it, is written as \\ud800 and the like.',
    '',
    'HOW TO CHECK IT',
    '',
    'The archive is a BagIt 1.0 bag (RFC 8493). Any BagIt tool checks it. By hand, in the folder above this one:',
    '',
    '    sha256sum -c manifest-sha256.txt',
    '    sha512sum -c tagmanifest-sha512.txt',
    '    node verify-chain.mjs .',
    '',
    'In the CSV files an apostrophe stands before text that a spreadsheet would take for a formula.',
    'It is not part of the register; records/ has every text as it was typed.',
    '',
  ].join('\r\n')
}
