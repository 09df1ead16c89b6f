import type { RaisedCheck } from './release-checks.ts'
import type { ReleaseState } from './release-state.ts'

/**
 * Whether the one who asks may have the data: identity, authority, and what is owed to a child; and whether the ground
 * of serious harm in social work is open to this controller.
 *
 * @source UK GDPR Art 12(6); DPA 2018 Sch 3, s.208
 */
export function peopleChecks(state: ReleaseState): readonly RaisedCheck[] {
  return [...identityChecks(state), ...childChecks(state), ...socialWorkChecks(state)]
}

/** Kinds of people who ask for themselves and need no authority. */
const SELF = new Set(['self', 'child', 'adult'])

function identityChecks({ request }: ReleaseState): RaisedCheck[] {
  const checks: RaisedCheck[] = []
  if (request.identityDoubted === true && request.identityReceivedOn === null)
    checks.push(
      stop(
        'identity',
        'Who asks is in doubt, and no proof of identity has been received.',
        'UK GDPR Art 12(6)',
        'Record the day on which it was received in the section “Identity”, or that there is no doubt.',
      ),
    )
  if (request.authoritySeen === 'asked' || request.authoritySeen === 'refused')
    checks.push(
      stop(
        'authority',
        'The authority to act for the person was asked for and has not been seen.',
        'UK GDPR Art 12(6)',
        'Record what was seen in the section “Who asks”, or refuse.',
      ),
    )
  else if (request.authoritySeen === null && !SELF.has(request.requesterKind ?? ''))
    checks.push(
      stop(
        'authority',
        'Nobody has recorded whether the one who asks may act for the person.',
        'UK GDPR Art 12(6)',
        'Say in the section “Who asks” whether authority is needed, and whether it was seen.',
      ),
    )
  if (request.sendTo.trim() === '')
    checks.push(
      stop(
        'address-missing',
        'No address is recorded to send the pack to.',
        '',
        'Enter it in the section “Who asks”, as the person gave it for this request.',
      ),
    )
  else
    checks.push(
      accept(
        'address',
        `The pack goes to: ${request.sendTo.trim().replaceAll(/\s*\n\s*/gu, ', ')}`,
        '',
        'Compare it with the request letter by letter. It is asked for a second time when the pack is released.',
      ),
    )
  return checks
}

function childChecks({ request, pages }: ReleaseState): RaisedCheck[] {
  const isForChild = request.personKind === 'child' && !SELF.has(request.requesterKind ?? '')
  if (!isForChild || pages.toRelease === 0) return []
  const checks: RaisedCheck[] = []
  if (request.childViews.trim() === '')
    checks.push(
      accept(
        'child-expectation',
        'Somebody else asks for a child, and the child’s own views are not recorded.',
        'DPA 2018 Sch 3 paras 4, 10',
        'What a child told in the expectation that a parent would not see it need not be disclosed (HE-4, SW-10). Record the child’s views, or say why there are none.',
      ),
    )
  if (request.childNation !== 'Scotland' && request.bestInterests.trim() === '')
    checks.push(
      accept(
        'child-abuse-data',
        'Nobody has recorded whether there is child abuse data, and whether disclosing it to somebody else would be in the child’s best interests.',
        'DPA 2018 Sch 3 para 21',
        'Withhold it under CA-21 where it would not be; record the child’s interests, or say here that there is none.',
      ),
    )
  return checks
}

function socialWorkChecks({ request, exemptionsUsed }: ReleaseState): RaisedCheck[] {
  const isUsed = [...exemptionsUsed, ...request.exemptions].includes('SW-11')
  if (!isUsed || request.isScheduleThreeBody === true) return []
  return [
    stop(
      'social-work',
      'SW-11 is used, but only some bodies may rely on it: local authorities for their social services, the NSPCC and designated bodies, CAFCASS and some others.',
      'DPA 2018 Sch 3 paras 8, 11',
      'Say in the section “Health data” that the controller is such a body, or use another ground: for example TP-16, CA-21, HE-5 or CT-2, each only where its own test is met.',
    ),
  ]
}

function stop(code: string, says: string, citation: string, wayOut: string): RaisedCheck {
  return { code, says, citation, wayOut, page: '', canBeAccepted: false }
}

function accept(code: string, says: string, citation: string, wayOut: string): RaisedCheck {
  return { code, says, citation, wayOut, page: '', canBeAccepted: true }
}
