/** The letters about a complaint. */
export const COMPLAINT_LETTERS = [
  { value: 'acknowledgement', label: 'Acknowledgement' },
  { value: 'progress', label: 'Progress' },
  { value: 'outcome', label: 'Outcome' },
] as const

export type ComplaintLetterKind = (typeof COMPLAINT_LETTERS)[number]['value']
