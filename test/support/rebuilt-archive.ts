import { writeBag } from '#engine/archive/write-bag.ts'
import { Instant } from '#shared/time/instant.ts'

/** Writes the files of an archive anew, with manifests that fit them: only what they say can still give them away. */
export async function rebuilt(
  files: ReadonlyMap<string, Buffer>,
  path: string,
  changes: Readonly<Record<string, Buffer | string | null>> = {},
): Promise<string> {
  const all = new Map<string, Buffer>([...files].filter(([name]) => isMade.test(name)))
  for (const [name, given] of Object.entries(changes)) {
    if (given === null) all.delete(name)
    else all.set(name, Buffer.from(given))
  }
  const info = all.get('bag-info.txt')!.toString('utf8')
  all.delete('bag-info.txt')
  await writeBag(
    {
      folder: 'whole-register',
      madeAt: Instant.parse('2026-11-22T11:00:00.000Z'),
      expected: all.size,
      info: linesOf(info),
      payloads: async function* () {
        for (const [name, source] of all) yield { name, source }
      },
    },
    path,
  )
  return path
}

/** What a register is made of; the forms for reading are left out, which takes less time. */
const isMade =
  /^(?:bag-info\.txt|data\/(?:about\.json|record\.json|(?:records|documents|cases|revisions)[-/.].*))$/u

const OWN = new Set(['Bagging-Date', 'Payload-Oxum', 'Bag-Software-Agent'])

function linesOf(info: string): (readonly [label: string, value: string])[] {
  return info
    .split('\n')
    .filter(Boolean)
    .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)] as const)
    .filter(([label]) => !OWN.has(label))
}
