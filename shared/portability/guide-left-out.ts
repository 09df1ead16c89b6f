import type { PortabilityAbout } from './about.ts'
import type { LeftOut, LeftOutReason } from './export.ts'
import { articleOf, type GuideBlock, heading, text } from './guide-blocks.ts'
import { INSTEAD_FOR_BOTH, LEFT_OUT } from './words.ts'

/** Why something is not in the export, said to the person themselves. @source UK GDPR Art 20(1), Art 20(4) */
const SAID_TO_YOU: Readonly<Record<LeftOutReason, string>> = {
  notProvided:
    'We worked it out from other data, or somebody else wrote it about you. Data portability covers what you gave us and what was recorded while you used a service.',
  basis:
    'We do not hold it because you agreed or for a contract with you, but for another lawful reason. Data portability covers only the first two.',
  paper: 'We keep it on paper. Data portability covers only what is processed by computer.',
  othersColumn:
    'It is about somebody else. Data portability covers your own data, and must not harm the rights of others.',
  nobody: 'It is a number or mark of the system itself and says nothing about you.',
  othersRows:
    'They are about other people, or name them. Data portability must not harm the rights of others.',
  unclearRows:
    'We could not tell whose they are. They may be somebody else’s, and data portability must not harm the rights of others.',
}

const ABOUT_YOU_TOO =
  'Where it is about you too, you can ask for it under the right of access (Art 15) instead, so far as the rights of others allow.'

/** What the guide says of what was left out: what, why, and how to have it all the same. @source UK GDPR Art 15, Art 20(1), Art 20(4) */
export function guideToLeftOut(
  { leftOut: parts }: PortabilityAbout,
  isForOther: boolean,
): readonly GuideBlock[] {
  if (parts.length === 0) return [heading('What was left out'), text('Nothing in these tables was left out.')]
  return [
    heading('What was left out, and why'),
    ...bySource(parts).map(([source, of]): GuideBlock => ({
      kind: 'table',
      label: source,
      columns: [
        { heading: 'What', share: 26 },
        { heading: 'Why', share: 42 },
        { heading: 'What you can do', share: 32 },
      ],
      rows: of.map(({ names, reason, says, citation, instead }) => [
        names,
        [`${isForOther ? says : SAID_TO_YOU[reason]} (${articleOf(citation)})`],
        [
          isForOther || instead !== INSTEAD_FOR_BOTH
            ? articleOf(instead) || 'Nothing is needed.'
            : ABOUT_YOU_TOO,
        ],
      ]),
    })),
    text(
      'To have what the right of access covers, write to us and ask for a copy of your personal data. That right is wider than this one.',
    ),
  ]
}

type Group = Pick<LeftOut, 'reason' | 'says' | 'citation' | 'instead'> & { readonly names: string[] }

/** What was left out of each source; columns with the same reason stand together. */
function bySource(parts: readonly LeftOut[]): readonly (readonly [string, readonly Group[]])[] {
  const sources = new Map<string, Map<string, Group>>()
  for (const { source, column, reason, says, citation, instead, rows } of parts) {
    const groups = sources.get(source) ?? new Map<string, Group>()
    sources.set(source, groups)
    const key = `${reason} ${instead}`
    const group = groups.get(key) ?? { reason, says, citation, instead, names: [] }
    groups.set(key, group)
    group.names.push(column || nameOfRows(reason, rows))
  }
  return [...sources].map(([source, groups]) => [source, [...groups.values()]] as const)
}

const nameOfRows = (reason: LeftOutReason, rows: number | null) =>
  rows === null ? LEFT_OUT[reason].label : `${LEFT_OUT[reason].label}: ${rows.toLocaleString('en-GB')}`
