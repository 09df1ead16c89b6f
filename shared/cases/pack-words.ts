import { findExemption } from '#shared/law/exemptions/exemptions.ts'
import type { DocumentType } from './document.ts'
import type { PlanLeftOut } from './pack-plan.ts'

/** How a pack is handed over. */
export const PACK_DELIVERIES = [
  {
    value: 'lockedPdfs',
    label: 'Encrypted PDFs in a zip',
    hint: 'Opens everywhere with the passphrase. Best for most people.',
  },
  {
    value: 'lockedZip',
    label: 'Encrypted zip',
    hint: 'Needs 7-Zip or a program like it: Windows cannot open it by itself.',
  },
  { value: 'open', label: 'Not encrypted', hint: 'Only to hand over in person; say why.' },
] as const
export type PackDelivery = (typeof PACK_DELIVERIES)[number]['value']

/** What kinds of documents are called in schedules, one and several. */
export const DOCUMENT_WORDS: Readonly<Record<DocumentType, readonly [one: string, several: string]>> = {
  letter: ['letter', 'letters'],
  email: ['email', 'emails'],
  form: ['form', 'forms'],
  report: ['report', 'reports'],
  assessment: ['assessment', 'assessments'],
  plan: ['plan', 'plans'],
  minutes: ['minutes of a meeting', 'minutes of meetings'],
  caseNote: ['case note', 'case notes'],
  court: ['court document', 'court documents'],
  health: ['health record', 'health records'],
  education: ['education record', 'education records'],
  police: ['police record', 'police records'],
  photograph: ['photograph', 'photographs'],
  spreadsheet: ['spreadsheet', 'spreadsheets'],
  calendar: ['calendar entry', 'calendar entries'],
  contact: ['contact', 'contacts'],
  other: ['other document', 'other documents'],
}

/** "3 pages of 1 letter". */
export function countOfLeftOut({ pages, documents, type }: PlanLeftOut): string {
  const [one, several] = DOCUMENT_WORDS[type]
  const many = (count: number) => count.toLocaleString('en-GB')
  return `${many(pages)} ${pages === 1 ? 'page' : 'pages'} of ${many(documents)} ${documents === 1 ? one : several}`
}

/** Why pages were left out, in plain words with the law; it tells nothing of what they say. */
export function reasonForLeftOut({ flag, exemption }: PlanLeftOut): string {
  if (flag === 'duplicate') return 'The same pages are in the pack already.'
  if (flag === 'outOfScope') return 'Not part of what was asked for, or not about you.'
  const found = findExemption(exemption)
  return found ? `${found.label} (${found.citation})` : 'The law allows or requires us to leave these out.'
}

/** Abbreviations that our own pages use, with what they mean. */
export const PACK_GLOSSARY: readonly (readonly [term: string, meaning: string])[] = [
  ['Article 15', 'The part of the UK GDPR that gives you the right to a copy of your personal data.'],
  ['BagIt', 'A simple, open way (RFC 8493) to lay out files so that anybody can check that they are whole.'],
  ['DPA 2018', 'The Data Protection Act 2018.'],
  ['Exemption', 'A rule in the law that lets or makes us leave some information out.'],
  [
    'Fingerprint',
    'A number worked out from all files of the pack. If one letter of one file changes, it changes.',
  ],
  ['Label', 'The words on a dark box that stand in the place of what was removed.'],
  ['Personal data', 'Information about a living person who can be recognised from it.'],
  ['Reference', 'The number on each page, so that you and we can speak about the same page.'],
  ['SHA-256, SHA-512', 'The open methods by which fingerprints of files are worked out.'],
  ['UK GDPR', 'The data protection law of the United Kingdom, with the DPA 2018.'],
  ['Volume', 'One of the PDF files with the pages; each holds at most 500 pages.'],
]
