import { facts, group, type Labelled } from '#shared/registers/reports/document-blocks.ts'
import type { Block, Entry, Group, RecordDocument } from '#shared/registers/reports/document-model.ts'
import { type BreachPaper, momentWords, paperFrame } from './chronology-document.ts'
import type { BreachDecision } from './kept.ts'

const SUBJECTS = {
  commissioner: { words: 'Tell the Commissioner', citation: 'UK GDPR Art 33' },
  people: { words: 'Tell the people', citation: 'UK GDPR Art 34' },
} as const

/** Every decision about a breach as it was recorded, those that were superseded too, each with what it rested on. */
export function decisionDocument(paper: BreachPaper): RecordDocument {
  const { breach, organisationName } = paper
  const entries = breach.decisions.map((decision, index) => entryOf(decision, index, breach.decisions))
  return {
    ...paperFrame(paper, 'Decisions about a breach'),
    empty: 'No decision is recorded.',
    explanation:
      'Each decision stands as it was recorded, with what was known then. A later decision takes the place of an earlier one and leaves it as it was.',
    parts:
      entries.length === 0
        ? []
        : [
            {
              heading: 'Decisions',
              citation: 'UK GDPR Art 33(5)',
              organisations: [{ name: organisationName, facts: [], entries }],
            },
          ],
  }
}

function entryOf(decision: BreachDecision, index: number, all: readonly BreachDecision[]): Entry {
  const { id, subject, outcomeText, decidedBy, decidedAt } = decision
  const later = all.findIndex(({ supersedes }) => supersedes === id)
  const standing = later < 0 ? 'in force' : `superseded by decision ${later + 1}`
  return {
    id,
    reference: `Decision ${index + 1}`,
    name: `${SUBJECTS[subject].words}: ${outcomeText}`,
    build: () => ({
      summary: `${momentWords(decidedAt)} · ${decidedBy} · ${standing}`,
      description: '',
      groups: groupsOf(decision, all),
    }),
  }
}

function groupsOf(decision: BreachDecision, all: readonly BreachDecision[]): readonly Group[] {
  const { subject, inputs } = decision
  const { questions, suggestion, severity, facts: seen } = inputs
  const groups: readonly (readonly [string, string, readonly Block[]])[] = [
    ['The decision', SUBJECTS[subject].citation, [facts(decidedFacts(decision, all))]],
    [
      'The five questions',
      '',
      questions.length > 0 ? [facts(questions.map(({ question, answer }) => [question, [answer]]))] : [],
    ],
    [
      'What the answers pointed to',
      '',
      [
        facts([
          ['Outcome', [suggestion.outcome]],
          ['Why', lines(suggestion.reasons.join('\n'))],
        ]),
      ],
    ],
    [
      'Severity by ENISA, shown beside the decision',
      'ENISA 2013',
      severity ? [facts(severityFacts(severity))] : [],
    ],
    [
      'What was recorded then',
      'UK GDPR Art 33(5)',
      seen.length > 0 ? [facts(seen.map(({ label, text }) => [label, lines(text)]))] : [],
    ],
  ]
  return groups.filter(([, , blocks]) => blocks.length > 0).map((one) => group(...one))
}

function decidedFacts(decision: BreachDecision, all: readonly BreachDecision[]): readonly Labelled[] {
  const { outcomeText, because, grounds, decidedBy, decidedAt, recordedAt, recordedBy, supersedes, sha256 } =
    decision
  const before = all.findIndex(({ id }) => id === supersedes)
  return [
    ['Decision', [outcomeText]],
    ['Because', lines(because)],
    ...grounds.map(({ label, text }): Labelled => [label, lines(text)]),
    ['Decided', [`${momentWords(decidedAt)}, by ${decidedBy}`]],
    ['Recorded', [`${momentWords(recordedAt)}, by ${recordedBy}`]],
    ...(before < 0 ? [] : [['Takes the place of', [`Decision ${before + 1}`]] as const]),
    ['Seal (SHA-256)', [sha256.replaceAll(/(.{8})(?=.)/gu, '$1 ')]],
  ]
}

function severityFacts({ score, level, flags, parts }: NonNullable<BreachDecision['inputs']['severity']>) {
  return [
    ['Score', [`${score}: ${level}`]],
    ...parts.map(({ label, text }): Labelled => [label, lines(text)]),
    ...(flags.length > 0 ? [['Also', flags] as const] : []),
  ] satisfies readonly Labelled[]
}

function lines(text: string): readonly string[] {
  const said = text.split(/[\r\n]+/u).filter((line) => line.trim() !== '')
  return said.length > 0 ? said : ['Not recorded']
}
