import type { EvidenceRecord } from '#shared/registers/evidence/evidence.register.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { about, ruleAbout, when } from './gap.ts'
import { isBlank } from './words.ts'

const rule = ruleAbout<EvidenceRecord>('evidence')

/** Whether training, reviews and tests are kept up, and what they found is dealt with. @source UK GDPR Art 32, Art 39 */
export const EVIDENCE_RULES = [
  rule({
    id: 'training-overdue',
    title: 'Training overdue',
    citation: 'UK GDPR Art 39(1)(b)',
    source: 'gdpr-39',
    severity: 'warning',
    field: 'dueAgainOn',
    explanation: 'Hold it again and record who has had it, or set the day on which it is held.',
    find: ({ kind, name, dueAgainOn }, { today }) =>
      when(
        kind === 'training' && dueAgainOn !== null && dueAgainOn < today,
        `“${name}” was due again on ${dueAgainOn && formatDay(dueAgainOn)}.`,
      ),
  }),
  rule({
    id: 'training-incomplete',
    title: 'Training that not everybody has had',
    citation: 'UK GDPR Art 39(1)(b)',
    source: 'gdpr-39',
    severity: 'warning',
    field: 'peopleDone',
    explanation: 'Find out who is missing and by when they will have had it.',
    find: ({ kind, peopleExpected, peopleDone }) =>
      when(
        (kind === 'training' || kind === 'confidentiality') &&
          peopleExpected !== null &&
          peopleDone !== null &&
          peopleDone < peopleExpected,
        `${peopleDone} of ${peopleExpected} people have done it.`,
      ),
  }),
  rule({
    id: 'training-reach-unknown',
    title: 'How many have had the training is not known',
    citation: 'UK GDPR Art 39(1)(b)',
    source: 'gdpr-39',
    severity: 'note',
    field: 'peopleExpected',
    explanation:
      'Training shows something only with the number of people who have had it. Record how many, out of how many.',
    find: ({ kind, peopleExpected, peopleDone }) =>
      when(
        kind === 'training' && (peopleExpected === null || peopleDone === null),
        'How many people should have it, and how many have had it, is not recorded.',
      ),
  }),
  rule({
    id: 'evidence-overdue',
    title: 'Review or test overdue',
    citation: 'UK GDPR Art 32(1)(d)',
    source: 'gdpr-32',
    severity: 'warning',
    field: 'dueAgainOn',
    explanation: 'Measures are tested and looked at regularly. Do it, and record what it showed.',
    find: ({ kind, name, dueAgainOn }, { today }) =>
      when(
        kind !== 'training' && dueAgainOn !== null && dueAgainOn < today,
        `“${name}” was due again on ${dueAgainOn && formatDay(dueAgainOn)}.`,
      ),
  }),
  rule({
    id: 'evidence-never-shown',
    title: 'Promised, and nothing shows it',
    citation: 'UK GDPR Art 5(2), Art 32',
    source: 'gdpr-32',
    severity: 'note',
    field: 'doneOn',
    explanation: 'Record when it was last done, or plan it.',
    find: ({ doneOn, dueAgainOn }) =>
      when(
        doneOn === null && dueAgainOn === null,
        'When it was last done is not recorded, and no day is planned.',
      ),
  }),
  rule({
    id: 'evidence-proof-missing',
    title: 'Done, without proof',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'note',
    field: 'document',
    explanation:
      'Say where the list, report or certificate is, so that it can be shown on the day somebody asks.',
    find: ({ status, document }) =>
      when(status === 'done' && isBlank(document), 'It is done, but where the proof is has not been said.'),
  }),
  rule({
    id: 'finding-overdue',
    title: 'Finding not dealt with in time',
    citation: 'UK GDPR Art 32(1)(d)',
    source: 'gdpr-32',
    severity: 'error',
    field: 'findings',
    explanation:
      'A weakness that is known and left open weighs more than one nobody saw. Deal with it, or set a new day and say why.',
    find: ({ findings }, { today }) =>
      findings.flatMap(({ id, finding, dueOn, doneOn }) =>
        dueOn !== null && doneOn === null && dueOn < today
          ? [about(id, `“${finding || 'A finding'}” was to be dealt with by ${formatDay(dueOn)}.`)]
          : [],
      ),
  }),
  rule({
    id: 'finding-without-action',
    title: 'Finding without action or day',
    citation: 'UK GDPR Art 32(1)(d)',
    source: 'gdpr-32',
    severity: 'note',
    field: 'findings',
    explanation: 'Say what is done about it and by when, or why it is accepted.',
    find: ({ findings }) =>
      findings.flatMap(({ id, finding, action, dueOn, doneOn }) =>
        doneOn === null && (isBlank(action) || dueOn === null)
          ? [about(id, `For “${finding || 'a finding'}” no action or no day is recorded.`)]
          : [],
      ),
  }),
]
