import type { PackKind } from '#shared/cases/pack-plan.ts'
import { countOf } from '#shared/count-words.ts'
import type { RaisedCheck } from './release-checks.ts'
import type { ReleaseState } from './release-state.ts'

/**
 * What of the files was not seen: those not read, what waits to be recognised, undecided duplicates, what does not
 * show; and whether search, evidence hold and letters are complete. Each may be accepted with a reason.
 *
 * @source UK GDPR Art 15(1A); DPA 2018 s.173
 */
export function fileChecks(state: ReleaseState, kind: PackKind): readonly RaisedCheck[] {
  const { files, hidden, pages, duplicatesOpen, searches, request, letterMissing } = state
  const checks: RaisedCheck[] = []
  const raise = (page: RaisedCheck['page'], code: string, says: string, citation: string, wayOut: string) =>
    checks.push({ code, says, citation, wayOut, page, canBeAccepted: true })
  if (kind === 'final') {
    for (const { id, path, state: how, reason } of files)
      raise(
        'documents',
        `file-${id}`,
        `${path} ${STATES[how] ?? 'was not read'}. ${reason}`.trim(),
        'UK GDPR Art 15',
        'Read it again, or look at it by other means and say here what became of it.',
      )
    if (duplicatesOpen > 0)
      raise(
        'documents',
        'duplicates',
        `${countOf(duplicatesOpen, 'group')} of the same files were not decided about.`,
        '',
        'Choose once which is kept.',
      )
    if (searches.all === 0)
      raise(
        'search',
        'search',
        'No search is recorded.',
        'UK GDPR Art 15(1A)',
        'Record where was searched on the page “Search”: the statement in the pack is made from it.',
      )
    else if (searches.open > 0)
      raise(
        'search',
        'search',
        `${countOf(searches.open, 'search', 'searches')} of ${searches.all} not finished.`,
        'UK GDPR Art 15(1A)',
        'Record what came of each, or say why the answer cannot wait.',
      )
  }
  if (pages.waitingForText > 0)
    raise(
      'documents',
      'recognition',
      `${countOf(pages.waitingForText, 'page')} to be released still waiting to have words recognised: searches did not find them.`,
      '',
      'Let the recognition finish, or say that they were read by eye.',
    )
  if (hidden.length > 0)
    raise(
      'documents',
      'hidden',
      `Files with pages to be released hold what does not show: ${hidden.map(({ kind: what, files: count }) => `${what} (${countOf(count, 'file')})`).join(', ')}. The pack leaves it out.`,
      'UK GDPR Art 15',
      'Look whether it is data about the person, and say here what was found.',
    )
  if (request.holdSetOn === null)
    raise(
      '',
      'hold',
      'No evidence hold is recorded for this request.',
      'DPA 2018 s.173',
      'Record it, or say why none was needed.',
    )
  if (letterMissing.length > 0)
    raise(
      'letters',
      'letter',
      `The letter or the information sheet has something in brackets: ${letterMissing.join(', ')}.`,
      'UK GDPR Art 12(4), Art 15(1)',
      'Enter what is missing, or say why it goes out so.',
    )
  return checks
}

const STATES: Readonly<Record<string, string>> = {
  waiting: 'is still waiting to be read',
  partial: 'was read in part',
  'not-read': 'was not read',
}
