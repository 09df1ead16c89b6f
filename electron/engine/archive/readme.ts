import type { Stamp } from '#shared/records/register-content.ts'
import { formatDay, formatInstant } from '#shared/time/plain-date.ts'

/** What a person who opens the archive in twenty years needs to know first. */
export function archiveReadme(stamp: Stamp, hasRevisions: boolean): string {
  const state = stamp.asAt ? `as at the end of ${formatDay(stamp.asAt)}` : 'as it stood when this was made'
  return [
    'REGISTER OF PROCESSING ACTIVITIES: ARCHIVE',
    '',
    `Register:    ${stamp.registerName.replaceAll(/\s+/gu, ' ')} (${stamp.registerId})`,
    `State:       ${state}`,
    `Made:        ${formatInstant(stamp.madeAt)} (${stamp.madeAt})`,
    `Revision:    ${stamp.chain.seq}`,
    `Chain head:  ${stamp.chain.head}`,
    '',
    'WHAT IS IN IT',
    '',
    'record.pdf      the record required by Article 30 of the UK GDPR, to read and to hand out',
    'record.xlsx     the same as a spreadsheet, in the column order of the ICO template',
    'record.csv      the same as one table',
    'record.json     everything the register holds; the lossless copy',
    'schema/         the JSON Schema (2020-12) of record.json',
    '                register.schema.json: of one register as “export REGISTER --format json” writes it',
    'registers/      requests, breaches, transfers and the other registers: one CSV for each, one for each of',
    '                its lists, and a PDF to read of each that holds records',
    'tables/         one CSV for each kind of record, tied together by their ids',
    ...(hasRevisions
      ? [
          'revisions.jsonl the trail of changes, one a line, each chained to the one before: who changed which',
          '                record when, and the SHA-256 of its content then; not the earlier contents',
        ]
      : []),
    '',
    'WHAT IS NOT IN IT',
    '',
    'Files attached to records, such as the evidence of a breach: they are named with their length and SHA-256,',
    'but their bytes stay in the register. In the program each can be saved from its record.',
    '',
    'HOW TO CHECK IT',
    '',
    'The archive is a BagIt 1.0 bag (RFC 8493). Any BagIt tool checks it. By hand, in the folder above this one:',
    '',
    '    sha256sum -c manifest-sha256.txt',
    '    sha512sum -c tagmanifest-sha512.txt',
    '',
    'Or open verify.html there in any browser; it needs no internet.',
    ...(hasRevisions
      ? ['With Node.js, “node verify-chain.mjs” there follows the chain, and says how it is made.']
      : []),
    '',
    'In the CSV files an apostrophe stands before text that a spreadsheet would take for a formula.',
    'It is not part of the register; record.json has every text as it was typed.',
    '',
  ].join('\r\n')
}
