/** The letters about a rights request. */
export const REQUEST_LETTERS = [
  { value: 'acknowledgement', label: 'Acknowledgement' },
  { value: 'identity', label: 'Asking for proof of identity' },
  { value: 'clarification', label: 'Asking what is meant' },
  { value: 'extension', label: 'Notice of an extension' },
  { value: 'partial', label: 'Answer in part' },
  { value: 'refusal', label: 'Refusal or no action' },
  { value: 'final', label: 'Answer' },
  { value: 'noData', label: 'No data held' },
] as const

export type RequestLetterKind = (typeof REQUEST_LETTERS)[number]['value']
