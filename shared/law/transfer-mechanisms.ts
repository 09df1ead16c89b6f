import { type CodeListEntry, findCode, FROM_MEMORY, labelOf } from './code-list.ts'

/** What lets personal data leave the United Kingdom, or shows that it does not. */
export type TransferMechanism = CodeListEntry & {
  readonly kind: 'none' | 'approval' | 'safeguard' | 'exception'
  /** Whether a documented data protection test (the ICO's transfer risk assessment) has to be made. */
  readonly needsTra: boolean
}

/** Met the test before 5 February 2026, and saved: no new test is asked for. @source DUAA Sch 9 para 27 */
const SAVED = 'LEGACY-SAVED'

function mechanism(
  code: string,
  kind: TransferMechanism['kind'],
  label: string,
  citation: string,
  note: string,
  confirmed = true,
): TransferMechanism {
  const needsTra = kind === 'safeguard' && code !== SAVED
  return { code, kind, label, citation, note, needsTra, confirmed, check: confirmed ? null : FROM_MEMORY }
}

/**
 * The mechanisms for restricted transfers.
 *
 * The data protection test: acting reasonably and proportionately, is the
 * protection after the transfer not materially lower than in the United
 * Kingdom, taken as a whole?
 *
 * @source UK GDPR Art 44A, Art 45A, Art 46(1A), Art 47A, Art 49
 */
export const TRANSFER_MECHANISMS: readonly TransferMechanism[] = [
  mechanism(
    'NONE-NOT-RESTRICTED',
    'none',
    'Not a restricted transfer',
    'ICO three-step test',
    'Restricted only if: UK GDPR applies to the processing; you are initiating the transfer to an organisation outside the UK; the recipient is a separate legal entity. Record the answers.',
  ),
  mechanism(
    'ADEQUACY',
    'approval',
    'Approved by adequacy regulations',
    'UK GDPR Art 44A(2)(a), 45A',
    'No transfer risk assessment needed. Check partial scopes.',
  ),
  mechanism(
    'US-BRIDGE',
    'approval',
    'UK-US data bridge',
    'SI 2023/1028; UK GDPR Art 45A',
    'Sub-type of ADEQUACY. Recipient must be on the Data Privacy Framework list with the UK Extension.',
  ),
  mechanism(
    'IDTA',
    'safeguard',
    'International Data Transfer Agreement',
    'UK GDPR Art 46(2)(d); DPA 2018 s.119A',
    'ICO document in force 21 March 2022. Does not contain the Art 28 terms: link the processor contract. A revised version following the DUAA was not found; check for one. DUAA Sch 9 para 29 lets pre-5-Feb-2026 clauses carry reference-only changes.',
  ),
  mechanism(
    'ADDENDUM',
    'safeguard',
    'UK Addendum to the EU standard contractual clauses',
    'UK GDPR Art 46(2)(d); DPA 2018 s.119A',
    'In force 21 March 2022. Record the EU module used. A revised version following the DUAA was not found; check for one. DUAA Sch 9 para 29 lets pre-5-Feb-2026 clauses carry reference-only changes.',
  ),
  mechanism(
    'SDPC-REGS',
    'safeguard',
    'Standard clauses set by regulations',
    'UK GDPR Art 46(2)(c), 47A(1)',
    '',
  ),
  mechanism(
    'BCR',
    'safeguard',
    'Approved binding corporate rules',
    'UK GDPR Art 46(2)(b), 47',
    'Includes pre-2021 rules carried over by DPA Sch 21 para 9.',
  ),
  mechanism(
    'CODE',
    'safeguard',
    'Approved code of conduct with binding commitments',
    'UK GDPR Art 46(2)(e)',
    '',
  ),
  mechanism(
    'CERT',
    'safeguard',
    'Approved certification with binding commitments',
    'UK GDPR Art 46(2)(f)',
    '',
  ),
  mechanism(
    'PUBLIC-INSTRUMENT',
    'safeguard',
    'Legally binding instrument with a public body',
    'UK GDPR Art 46(1A)(b), 46(2)(a)',
    'Between a public body and another person exercising public functions.',
  ),
  mechanism(
    'BESPOKE',
    'safeguard',
    'Commissioner-authorised contract clauses or administrative arrangement',
    'UK GDPR Art 46(3)(a)-(b)',
    '',
  ),
  mechanism(
    'FURTHER-REGS',
    'safeguard',
    'Further safeguards set by regulations',
    'UK GDPR Art 47A(4)',
    'None found.',
  ),
  mechanism(
    'LEGACY-SAVED',
    'safeguard',
    'Arrangement made before 5 Feb 2026 that met the old test',
    'DUAA Sch 9 para 27',
    'Still counts as appropriate safeguards.',
  ),
  mechanism(
    'D49-a',
    'exception',
    'Exception: explicit consent after being told the risks',
    'UK GDPR Art 49(1)(a)',
    'Not for public authorities exercising public powers (Art 49(3)).',
    false,
  ),
  mechanism(
    'D49-b',
    'exception',
    'Exception: contract with the person',
    'UK GDPR Art 49(1)(b)',
    'Not for public authorities exercising public powers.',
    false,
  ),
  mechanism(
    'D49-c',
    'exception',
    'Exception: contract in the person’s interest',
    'UK GDPR Art 49(1)(c)',
    'Not for public authorities exercising public powers.',
    false,
  ),
  mechanism(
    'D49-d',
    'exception',
    'Exception: important reasons of public interest',
    'UK GDPR Art 49(1)(d), (4), (4A)',
    'Regulations may specify circumstances.',
  ),
  mechanism('D49-e', 'exception', 'Exception: legal claims', 'UK GDPR Art 49(1)(e)', '', false),
  mechanism(
    'D49-f',
    'exception',
    'Exception: vital interests where the person cannot consent',
    'UK GDPR Art 49(1)(f)',
    '',
    false,
  ),
  mechanism('D49-g', 'exception', 'Exception: public register', 'UK GDPR Art 49(1)(g)', '', false),
  mechanism(
    'D49-cli',
    'exception',
    'Exception: compelling legitimate interests, one-off, limited people',
    'UK GDPR Art 49(1) second sub-paragraph',
    'Tell the Commissioner and the people; document in the Art 30 record (Art 30(1)(e), 49(6)).',
    false,
  ),
]

/** The mechanism with a code, or `undefined` when there is none. */
export function transferMechanism(code: string): TransferMechanism | undefined {
  return findCode(TRANSFER_MECHANISMS, code)
}

/** What to show for a mechanism; the code itself when it is unknown. */
export function mechanismLabel(code: string): string {
  return labelOf(TRANSFER_MECHANISMS, code)
}
