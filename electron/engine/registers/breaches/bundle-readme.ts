import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import type { BundleMaterial } from './bundle-material.ts'

/** What somebody who opens the bundle, now or in twenty years, needs to know first. */
export function bundleReadme(material: BundleMaterial, withPeople: boolean): string {
  const { breach, organisationName, stamp } = material
  const state = stamp.asAt ? `as at the end of ${formatDay(stamp.asAt)}` : 'as it stood when this was made'
  return [
    'INCIDENT BUNDLE',
    '',
    `Breach:        ${breach.reference}`,
    `Organisation:  ${oneLine(organisationName)}`,
    `Register:      ${oneLine(stamp.registerName)} (${stamp.registerId})`,
    `State:         ${state}`,
    `Made:          ${formatUkMoment(stamp.madeAt)} (${stamp.madeAt})`,
    `Revision:      ${stamp.chain.seq}`,
    `Chain head:    ${stamp.chain.head}`,
    '',
    'WHAT IS IN IT',
    '',
    'record.json     the breach to the byte as the register holds it; the lossless copy',
    'record.pdf      the same to read',
    'chronology/     every dated thing in order, to read (PDF), as a table (CSV) and for programs (JSON)',
    'decisions/      every decision, superseded ones too, with what it rested on when it was taken',
    'reports/        the reports to the Commissioner as they were sent: PDF, text and JSON',
    'letters/        the wording of letters and notices as they were made, without who they went to',
    ...(withPeople
      ? ['people/         the people who were to be told, with names and addresses: handle with care']
      : []),
    'evidence/       the attached files byte for byte; evidence.json says what each is and its SHA-256',
    'revisions-of-this-breach.jsonl',
    '                every change of this breach, one a line: who, when, the SHA-256 of what it held then, the',
    '                link of the chain it follows from and its own; not the earlier contents',
    ...(withPeople ? [] : ['', 'The people who were told appear as numbers only.']),
    '',
    'HOW TO CHECK IT',
    '',
    'The bundle is a BagIt 1.0 bag (RFC 8493). Any BagIt tool checks it. By hand, in the folder above this one:',
    '',
    '    sha256sum -c manifest-sha256.txt',
    '    sha512sum -c tagmanifest-sha512.txt',
    '',
    'The SHA-256 of record.json is the body_sha256 of the last line of revisions-of-this-breach.jsonl.',
    'Each decision, report and notice in record.json carries a seal, “sha256”: the SHA-256 of the canonical JSON',
    '(RFC 8785) of everything else in the entry. Each line of the revisions has chain_sha256: the SHA-256 of',
    'previous_sha256 followed by the canonical JSON of seq, at, actor, procedure, command, undoes, register, record',
    'and body_sha256. “Check an archive” in DPO Workbench, or “dpo verify FILE”, does all of this.',
    '',
    'In the CSV files an apostrophe stands before text that a spreadsheet would take for a formula.',
    'It is not part of the record; record.json has every text as it was typed.',
    '',
  ].join('\r\n')
}

const oneLine = (text: string) => text.replaceAll(/\s+/gu, ' ').trim()
