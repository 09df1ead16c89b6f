import { type CodeListEntry, FROM_MEMORY, labelOf } from './code-list.ts'

/**
 * One point to check about a processor.
 *
 * - `dueDiligence` before the appointment
 * - `form`         how the contract is made
 * - `detail`       what the contract states about the processing
 * - `term`         what the contract binds the processor to
 * - `review`       what to look at besides the contract
 */
export type Article28Term = CodeListEntry & {
  readonly kind: 'dueDiligence' | 'form' | 'detail' | 'term' | 'review'
}

/**
 * What a contract with a processor says, and what is checked beside it.
 *
 * @source UK GDPR Art 28, Art 30(2), Art 33, Art 44A
 */
export const ARTICLE_28_TERMS: readonly Article28Term[] = [
  term(
    '28-1',
    'dueDiligence',
    'Sufficient guarantees checked before appointment',
    'UK GDPR Art 28(1)',
    'Evidence: due diligence record, security assurance, date, reviewer.',
  ),
  term(
    '28-2-auth',
    'term',
    'Sub-processors only with prior written authorisation (specific or general)',
    'UK GDPR Art 28(2)',
    'Record which type.',
  ),
  term(
    '28-2-notice',
    'term',
    'Under general authorisation: told of intended changes with a chance to object',
    'UK GDPR Art 28(2)',
    'Record notice period.',
  ),
  term(
    '28-3-written',
    'form',
    'Contract or other legal act, binding, in writing (electronic is fine)',
    'UK GDPR Art 28(3), 28(9)',
    '',
    'Article 28(9) is written from memory: check it before relying on it.',
  ),
  term('28-3-subject', 'detail', 'States subject-matter and duration', 'UK GDPR Art 28(3)', ''),
  term('28-3-nature', 'detail', 'States nature and purpose of processing', 'UK GDPR Art 28(3)', ''),
  term(
    '28-3-data',
    'detail',
    'States type of personal data and categories of data subjects',
    'UK GDPR Art 28(3)',
    '',
  ),
  term('28-3-rights', 'detail', 'States the controller’s obligations and rights', 'UK GDPR Art 28(3)', ''),
  term(
    '28-3-a',
    'term',
    'Acts only on documented instructions, including on transfers abroad',
    'UK GDPR Art 28(3)(a)',
    'Processor must warn if law requires otherwise.',
  ),
  term('28-3-b', 'term', 'Staff bound by confidentiality', 'UK GDPR Art 28(3)(b)', ''),
  term('28-3-c', 'term', 'Art 32 security measures', 'UK GDPR Art 28(3)(c)', ''),
  term('28-3-d', 'term', 'Respects the sub-processor conditions', 'UK GDPR Art 28(3)(d)', ''),
  term('28-3-e', 'term', 'Helps the controller answer rights requests', 'UK GDPR Art 28(3)(e)', ''),
  term(
    '28-3-f',
    'term',
    'Helps with security, breach reporting, DPIA and prior consultation (Arts 32-36)',
    'UK GDPR Art 28(3)(f)',
    'Set a breach-notice time in hours.',
  ),
  term(
    '28-3-g',
    'term',
    'Deletes or returns the data at the end, at the controller’s choice',
    'UK GDPR Art 28(3)(g)',
    'Record the choice and the certificate.',
  ),
  term(
    '28-3-h',
    'term',
    'Gives information to show compliance; allows audits; warns of unlawful instructions',
    'UK GDPR Art 28(3)(h)',
    '',
  ),
  term(
    '28-4',
    'term',
    'Same obligations passed to sub-processors; first processor stays liable',
    'UK GDPR Art 28(4)',
    '',
    FROM_MEMORY,
  ),
  term(
    '28-10',
    'review',
    'A processor that decides purposes and means becomes a controller',
    'UK GDPR Art 28(10)',
    'Review flag, not a term.',
    FROM_MEMORY,
  ),
  term(
    '33-2',
    'term',
    'Processor tells the controller of a breach without undue delay',
    'UK GDPR Art 33(2)',
    '',
  ),
  term(
    '44A',
    'review',
    'Transfer mechanism recorded for each country and sub-processor',
    'UK GDPR Art 44A',
    '',
  ),
  term('30-2', 'review', 'Processor keeps its own Art 30(2) record', 'UK GDPR Art 30(2)', ''),
]

/** What to show for a term; the code itself when it is unknown. */
export function article28TermLabel(code: string): string {
  return labelOf(ARTICLE_28_TERMS, code)
}

function term(
  code: string,
  kind: Article28Term['kind'],
  label: string,
  citation: string,
  note: string,
  check: string | null = null,
): Article28Term {
  return { code, kind, label, citation, note, confirmed: check === null, check }
}
