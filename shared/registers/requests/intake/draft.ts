import type { PlainDate } from '#shared/time/plain-date.ts'
import { REQUEST_FIELDS, type RequestRecord } from '../request.fields.ts'
import { IntakeField, type MessageReading } from './message-reading.ts'

/** The fields of a request that are confirmed when a message is taken in. */
export type RequestDraft = Pick<RequestRecord, IntakeField | 'wording' | 'holdSetOn' | 'otherNames'> & {
  readonly name: string
}

/** The fields of a draft in which several proposals stand together. */
const SEVERAL: readonly IntakeField[] = ['alsoAsks', 'peopleIds', 'caseNumbers']

/**
 * The request as a message proposes it: the likeliest value of each field, and an evidence hold from today where
 * access is asked for.
 *
 * @source DPA 2018 s.173
 */
export function draftOf({ proposals, wording, title }: MessageReading, today: PlainDate): RequestDraft {
  const draft: Record<string, unknown> = { ...EMPTY, wording, name: title }
  for (const { field, value } of proposals) {
    if (SEVERAL.includes(field)) draft[field] = [...new Set([...(draft[field] as unknown[]), value])]
    else if (field === 'sendTo') draft['sendTo'] = [draft['sendTo'], value].filter(Boolean).join('\n')
    else if (draft[field] === null || draft[field] === '') draft[field] = value
  }
  if (draft['right'] === 'R-ACCESS' || (draft['alsoAsks'] as unknown[]).includes('R-ACCESS'))
    draft['holdSetOn'] = today
  return draft as RequestDraft
}

/** What goes into the record: the draft, and where the work on it begins. */
export function fieldsOfDraft(confirmed: RequestDraft): Record<string, unknown> {
  const { name: omitted, ...draft } = confirmed
  void omitted
  const isForAnother = !isOwn(draft.requesterKind)
  return {
    ...draft,
    authoritySeen: draft.requesterKind === null ? null : isForAnother ? 'asked' : 'notNeeded',
    personName: isForAnother ? draft.personName : '',
    stage:
      isForAnother || draft.right === null || draft.requesterName.trim() === '' ? 'checking' : 'received',
  }
}

/** Whether somebody asks for themselves; while it is not known it is taken so. */
export function isOwn(requesterKind: string | null): boolean {
  return requesterKind === null || requesterKind === 'self' || requesterKind === 'child'
}

const EMPTY = {
  ...Object.fromEntries(
    Object.entries(REQUEST_FIELDS).flatMap(([key, { blank }]) =>
      isOfIntake(key) ? [[key, blank as unknown]] : [],
    ),
  ),
  organisationId: null,
}

function isOfIntake(key: string): boolean {
  const more: readonly (keyof RequestDraft)[] = ['otherNames', 'wording', 'holdSetOn']
  return [...IntakeField.options, ...more].some((one) => one === key)
}
