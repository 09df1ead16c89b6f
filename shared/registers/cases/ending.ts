import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'

/**
 * Why the documents of a request may not be destroyed now, with the way out; null where they may. `complaints` names
 * the open complaints about the request.
 *
 * @source DPA 2018 s.173
 */
export function whyNotDestroy(
  {
    holdSetOn,
    holdLiftedOn,
    sentOn,
    closedOn,
  }: Pick<RequestRecord, 'holdSetOn' | 'holdLiftedOn' | 'sentOn' | 'closedOn'>,
  complaints: readonly string[],
): string | null {
  if (holdSetOn !== null && holdLiftedOn === null)
    return 'An evidence hold is on. Lift it in the record first, under “Evidence hold and what it is about”.'
  if (sentOn === null && closedOn === null)
    return 'The request is neither answered nor closed. To destroy what was asked for so that it need not be disclosed is an offence (DPA 2018 s.173). Record “Answer sent on” or “Closed on” first.'
  if (complaints.length > 0)
    return `A complaint about this request is open: ${complaints.join(', ')}. Its documents are needed until that is closed.`
  return null
}
