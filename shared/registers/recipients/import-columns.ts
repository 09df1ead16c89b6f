import { emailOf, postcodeOf } from '#shared/registers/suppressions/identifiers.ts'

/** Where a column of a list can go: a field of a person to tell, a part of one, or nowhere. */
export const IMPORT_TARGETS = [
  { code: 'leaveOut', label: 'Leave out' },
  { code: 'name', label: 'Name' },
  { code: 'firstName', label: 'First name' },
  { code: 'lastName', label: 'Last name' },
  { code: 'kind', label: 'Who it is' },
  { code: 'highRisk', label: 'A high risk to this person' },
  { code: 'affected', label: 'What of theirs was affected' },
  { code: 'version', label: 'Letter' },
  { code: 'addressee', label: 'Letter addressed to' },
  { code: 'address', label: 'Address, or a line of it' },
  { code: 'email', label: 'Email' },
  { code: 'language', label: 'Language or format needed' },
  { code: 'safeToWrite', label: 'Is it safe to write there' },
  { code: 'notes', label: 'Notes' },
] as const
export type ImportTarget = (typeof IMPORT_TARGETS)[number]['code']

/** What several columns may go to together. */
const SHARED: readonly ImportTarget[] = ['address', 'notes', 'leaveOut']

/** What usual headings mean, the more particular first. */
const HEADINGS: ReadonlyArray<readonly [heading: RegExp, target: ImportTarget]> = [
  [/\b(?:e ?mail|mail address)\b/, 'email'],
  [/\bsafe\b/, 'safeToWrite'],
  [/\brisk\b/, 'highRisk'],
  [/\b(?:version|letter (?:type|kind)|type of letter|wording|template)\b/, 'version'],
  [/\b(?:language|format|interpreter|translation|accessib\w+)\b/, 'language'],
  [
    /\b(?:affected|(?:data|information|details|records?) (?:lost|involved|concerned|disclosed|sent))\b/,
    'affected',
  ],
  [/\b(?:addressee|addressed|letter to|care of|salutation)\b|^c o$/, 'addressee'],
  [/^(?:first|given|fore|christian|preferred) ?names?(?: s)?$/, 'firstName'],
  [/^(?:last|family|sur) ?names?$/, 'lastName'],
  [
    /\b(?:address|street|road|house|flat|town|city|village|locality|district|county|post ?code|postal code|country)\b/,
    'address',
  ],
  [/\b(?:relation(?:ship)?|kind|type|role|category|capacity|who (?:it is|they are))\b/, 'kind'],
  [/\bnames?\b|^(?:person|people|child|who|individual|client|service user|data subject)$/, 'name'],
  [/\b(?:notes?|comments?|remarks?)\b/, 'notes'],
]

/**
 * Guesses where each column goes from its heading. A field takes the first column that fits; lines of an address and
 * notes take every one. Where a whole name stands in one column, those of its parts are left out.
 */
export function guessTargets(headings: readonly string[]): readonly ImportTarget[] {
  const taken = new Set<ImportTarget>()
  const guessed = headings.map((heading): ImportTarget => {
    const target = targetOf(heading)
    if (SHARED.includes(target)) return target
    if (taken.has(target)) return 'leaveOut'
    taken.add(target)
    return target
  })
  return guessed.map((target) =>
    taken.has('name') && (target === 'firstName' || target === 'lastName') ? 'leaveOut' : target,
  )
}

/** Whether a first row rather names its columns than a person: it has words of headings and nothing of a person's. */
export function looksLikeHeadings(cells: readonly string[]): boolean {
  const isPersonal = cells.some((cell) => emailOf(cell) !== null || postcodeOf(cell) !== null)
  return !isPersonal && guessTargets(cells).some((target) => target !== 'leaveOut')
}

function targetOf(heading: string): ImportTarget {
  const words = heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return HEADINGS.find(([pattern]) => pattern.test(words))?.[1] ?? 'leaveOut'
}
