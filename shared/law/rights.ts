import type { LawfulBasisCode } from '#shared/registers/activities/activity.parts.ts'
import { type CodeListEntry, FROM_MEMORY, labelOf } from './code-list.ts'
import { lawfulBasis } from './lawful-bases.ts'

export type RightCode = (typeof RIGHTS)[number]['code']

/** A right of the people whose data is used. */
export type Right = CodeListEntry & { readonly code: string }

/**
 * The individual rights, complaints and remedies.
 *
 * @source UK GDPR Arts 13, 14, 15, 16, 17, 18, 19, 20, 21, 22A, 22B, 22C, 22D, 7(3); DPA 2018 ss.164A, 165, 167, 168, 180A
 */
export const RIGHTS = [
  right('R-INFO', 'Be informed', 'UK GDPR Arts 13, 14', 'Answered by notices, not by a dated request.'),
  right(
    'R-ACCESS',
    'Access (SAR)',
    'UK GDPR Art 15, Art 12A',
    'Copy plus supplementary information. Limited to a reasonable and proportionate search (15(1A)).',
  ),
  right(
    'R-RECT',
    'Rectification',
    'UK GDPR Art 16',
    'Include a supplementary statement for opinion or professional judgement.',
  ),
  right(
    'R-ERASE',
    'Erasure',
    'UK GDPR Art 17',
    'Refused where legal obligation, public task, public health, research or legal claims need the data (17(3)).',
  ),
  right(
    'R-RESTRICT',
    'Restriction',
    'UK GDPR Art 18',
    'Accuracy disputed; unlawful but not erased; needed for claims; objection pending.',
  ),
  right(
    'R-NOTIFY',
    'Tell recipients about rectification, erasure or restriction',
    'UK GDPR Art 19',
    'Follows from the three above unless impossible or disproportionate.',
    'The main rule is confirmed; its detail is written from memory.',
  ),
  right(
    'R-PORT',
    'Portability',
    'UK GDPR Art 20',
    'Only data the person provided, on consent or contract, processed by automated means.',
  ),
  right(
    'R-OBJECT',
    'Object',
    'UK GDPR Art 21(1)',
    'Where the basis is 6(1)(e), (ea) or (f). The controller must show compelling grounds or legal claims.',
  ),
  right(
    'R-MKT',
    'Object to direct marketing',
    'UK GDPR Art 21(2) to (3)',
    'Absolute: stop. Keep a minimal suppression entry.',
  ),
  right(
    'R-ADM',
    'Safeguards for solely automated significant decisions',
    'UK GDPR Arts 22A-22D',
    'Information, representations, human intervention, contest (22C). Special category limits (22B).',
  ),
  right(
    'R-WITHDRAW',
    'Withdraw consent',
    'UK GDPR Art 7(3)',
    'As easy as giving it; does not undo earlier processing.',
  ),
  right(
    'R-CPL',
    'Complain to the controller',
    'DPA 2018 s.164A',
    'Since 19 June 2026: facilitate; acknowledge within 30 days; give the outcome without undue delay.',
  ),
  right('R-CPL-ICO', 'Complain to the Commissioner', 'DPA 2018 s.165', 'Outside the controller’s control.'),
  right(
    'R-COURT',
    'Go to court / compensation',
    'DPA 2018 ss.167, 168, 180A; UK GDPR Art 82',
    'A court may inspect withheld data (s.180A).',
    FROM_MEMORY,
  ),
] as const

function right<Code extends string>(
  code: Code,
  label: string,
  citation: string,
  note: string,
  check: string | null = null,
) {
  return { code, label, citation, note, confirmed: check === null, check } as const
}

/** What to show for a right; the code itself when it is unknown. */
export function rightLabel(code: string): string {
  return labelOf(RIGHTS, code)
}

/** How far a right reaches for one activity, and why. `undetermined` means a purpose's basis is missing. */
export type AvailableRight = {
  readonly code: RightCode
  readonly label: string
  readonly applies: 'yes' | 'in part' | 'no' | 'undetermined'
  readonly reason: string
  readonly citation: string
}

/** What the rights depend on besides bases and conditions; left out means not known. */
export type RightsCircumstances = { readonly solelyAutomated?: boolean | undefined }

type Extent = Pick<AvailableRight, 'applies' | 'reason'>

/**
 * Which rights people have against an activity whose purposes rest on these
 * bases and Article 9 conditions, with the reason for each; the ICO's column P.
 *
 * Exemptions are not looked at: they are decided request by request.
 *
 * @source UK GDPR Art 7(3), Art 17, Art 20, Art 21, Art 22C
 */
export function rightsAvailable(
  bases: readonly LawfulBasisCode[],
  conditions: readonly string[],
  circumstances: RightsCircumstances = {},
): readonly AvailableRight[] {
  const depends: Partial<Record<RightCode, Extent>> = {
    ...basisRights(bases, conditions),
    'R-ADM': automatedRight(circumstances.solelyAutomated),
    'R-MKT': yes('whenever the data is used for direct marketing'),
  }
  return RIGHTS.map(({ code, label, citation }) => ({
    code,
    label,
    citation,
    ...(depends[code] ?? yes('on every lawful basis')),
  }))
}

/** The rights as one passage: "Access (SAR); Erasure (in part: …); …". Rights that do not apply are left out. */
export function rightsPassage(rights: readonly AvailableRight[]): string {
  return rights
    .filter(({ applies }) => applies !== 'no')
    .map(({ label, applies, reason }) => (applies === 'yes' ? label : `${label} (${applies}: ${reason})`))
    .join('; ')
}

function basisRights(bases: readonly LawfulBasisCode[], conditions: readonly string[]) {
  const rules = bases.map(lawfulBasis)
  const explicitConsent = conditions.includes('9-2-a')
  const among = (
    has: (rule: (typeof rules)[number]) => boolean,
    why: string,
    whyNot: string,
    also = false,
  ) => {
    const reach = rules.filter(has)
    const names = [...new Set(reach.map(({ short }) => short)), ...(also ? ['9(2)(a)'] : [])]
    if (names.length === 0) return rules.length === 0 ? UNDETERMINED : no(whyNot)
    if (reach.length === rules.length) return yes(`${why} ${names.join(', ')}`)
    return { applies: 'in part', reason: `for what rests on ${names.join(', ')}` } as const
  }
  return {
    'R-ERASE': among(
      ({ rights }) => rights.erasure === 'full',
      'the basis is',
      'the data is needed for a legal obligation or public task (Art 17(3)(b))',
    ),
    'R-PORT': among(
      ({ rights }) => rights.portability,
      'data the person provided, processed by automated means, on',
      'no purpose rests on consent or a contract with the person',
      explicitConsent,
    ),
    'R-OBJECT': among(
      ({ rights }) => rights.object,
      'the basis is',
      'no purpose rests on 6(1)(e), (ea) or (f)',
    ),
    'R-WITHDRAW': among(
      ({ rights }) => rights.withdraw,
      'the basis is',
      'nothing rests on consent',
      explicitConsent,
    ),
  }
}

const UNDETERMINED: Extent = { applies: 'undetermined', reason: 'no lawful basis is recorded' }

function automatedRight(solelyAutomated: boolean | undefined): Extent {
  if (solelyAutomated === undefined)
    return { applies: 'undetermined', reason: 'whether decisions are solely automated is not recorded' }
  return solelyAutomated
    ? yes('decisions are solely automated')
    : no('no solely automated decisions are recorded')
}

function yes(reason: string): Extent {
  return { applies: 'yes', reason }
}

function no(reason: string): Extent {
  return { applies: 'no', reason }
}
