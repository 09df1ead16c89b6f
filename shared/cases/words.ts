import type { HiddenKind } from '#shared/reading/reading.ts'
import type { DocumentType } from './document.ts'
import type { SourceState } from './source.ts'

/** What a file can hold that its pages do not show, in words. */
export const HIDDEN_LABELS: Readonly<Record<HiddenKind, string>> = {
  comments: 'Comments',
  trackedChanges: 'Tracked changes',
  hiddenText: 'Hidden text',
  hiddenSheet: 'Hidden sheets',
  hiddenRows: 'Hidden rows or columns',
  hiddenSlide: 'Hidden slides',
  notes: 'Notes',
  layers: 'Layers',
  formValues: 'Values of a form',
  attachments: 'Files attached',
  metadata: 'Author, dates and the like',
  position: 'Where a photograph was taken',
  revisions: 'Earlier versions',
  annotations: 'Annotations',
  scripts: 'Scripts (not run)',
  macros: 'Macros (not run)',
  externalLinks: 'Links to elsewhere',
  remoteContent: 'Pictures kept elsewhere (not fetched)',
  thumbnail: 'A small picture of an earlier state',
  pivotCache: 'Data behind a pivot table',
  croppedImage: 'Parts of pictures that were cropped',
  signature: 'A signature',
  bcc: 'Blind copies',
  embedded: 'Files embedded',
  headers: 'Lines of the mail header',
}

/** How a file was read, in words. */
export const SOURCE_STATES: Readonly<Record<SourceState, string>> = {
  waiting: 'Waiting to be read',
  read: 'Read',
  partial: 'Read in part',
  'not-read': 'Not read',
}

/** The kinds of logical documents, in words. */
export const DOCUMENT_TYPES: Readonly<Record<DocumentType, string>> = {
  letter: 'Letter',
  email: 'Email',
  form: 'Form',
  report: 'Report',
  assessment: 'Assessment',
  plan: 'Plan',
  minutes: 'Minutes',
  caseNote: 'Case note',
  court: 'Court document',
  health: 'Health record',
  education: 'Education record',
  police: 'Police record',
  photograph: 'Photograph',
  spreadsheet: 'Spreadsheet',
  calendar: 'Calendar entry',
  contact: 'Contact',
  other: 'Other',
}
