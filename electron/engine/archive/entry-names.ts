import { type BagEntry, type Problem, shown, unsafeName } from './bag-source.ts'

/** Names that are unsafe, given twice, or stand for a link or device. */
export function nameProblems(entries: readonly BagEntry[]): readonly Problem[] {
  const problems: Problem[] = []
  const seen = new Set<string>()
  const folders = new Set<string>()
  for (const { name, kind } of entries) {
    const say = (detail: string) => problems.push({ about: shown(name), detail })
    const why = unsafeName(name)
    if (why) say(`This entry ${why}.`)
    if (kind === 'link') say('This entry is a link; links are not followed.')
    if (kind === 'other') say('This entry is neither a file nor a folder.')
    const bare = name.replace(/\/$/u, '')
    if (seen.has(bare)) say('This name is given more than once.')
    seen.add(bare)
    for (let at = bare.indexOf('/'); at > 0; at = bare.indexOf('/', at + 1)) folders.add(bare.slice(0, at))
  }
  for (const { name, kind } of entries)
    if (kind === 'file' && folders.has(name))
      problems.push({ about: shown(name), detail: 'This name is both a file and a folder.' })
  return problems
}
