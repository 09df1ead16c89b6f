import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { countOf } from '#shared/count-words.ts'
import { AppError } from '#shared/errors.ts'
import { visible } from '#shared/shown.ts'
import type { RedactedFile } from './redacted-file.ts'
import { redactFiles } from './redact-files.ts'
import { readTerms } from './redact-terms.ts'
import { withThrowAwayCase } from './throw-away-case.ts'

type Options = { terms: string; out: string; format: 'text' | 'json' }

/** `dpo redact FILE…`: removes terms from loose files, proves that they are gone, and writes them. */
export function addRedactCommand(program: Command): void {
  const command = program
    .command('redact')
    .description(
      'remove terms from loose files of any kind, read every result again in every way, and write those in which nothing was found: a PDF for each file and each file inside one, and a workbook of values for a spreadsheet. No register is opened; the files pass through an encrypted case that is destroyed. Exit code 1 when something that should be gone was found',
    )
    .argument('<file...>', 'files or folders')
    .requiredOption(
      '--terms <file>',
      'what to remove, one on a line: words, or a /regular expression/; !words stay; # is a remark; a tab and the code of an exemption may follow',
    )
    .requiredOption('--out <folder>', 'where to put the results; must be empty or not be there yet')
  command
    .addOption(
      command
        .createOption('--format <format>', 'lines of text, or one JSON object a line')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async (files: string[], { terms: list, out, format }: Options) => {
      const usage = (message: string): never => command.error(message, { exitCode: 2, code: 'dpo.usage' })
      const text = await readFile(resolve(list), 'utf8').catch(() =>
        usage(`The list of terms “${list}” cannot be read.`),
      )
      const { terms, problems } = readTerms(text)
      if (problems.length > 0) usage(problems.join('\n'))
      for (const file of files) await stat(resolve(file)).catch(() => usage(`There is no file “${file}”.`))
      const folder = resolve(out)
      if ((await readdir(folder).catch(() => [])).length > 0) usage(`The folder “${out}” is not empty.`)
      await mkdir(folder, { recursive: true })
      const password = process.env['DPO_FILE_PASSWORD'] ?? null
      const shut = await withThrowAwayCase(async (made) => {
        let red = 0
        for await (const file of redactFiles(made, { files, terms, out: folder, password })) {
          if (file.outcome === 'shut' || file.outcome === 'failed') red += 1
          console.log(format === 'json' ? JSON.stringify(file) : linesOf(file).join('\n'))
        }
        return red
      })
      if (shut > 0)
        throw new AppError(
          'rule',
          `${countOf(shut, 'file')} could not be proved clean. Nothing of ${shut === 1 ? 'it' : 'them'} was written.`,
        )
    })
}

const WORDS: Readonly<Record<RedactedFile['outcome'], string>> = {
  redacted: 'REDACTED',
  shut: 'SHUT',
  failed: 'FAILED',
  unread: 'UNREAD',
  empty: 'EMPTY',
}

function linesOf({ file, outcome, reason, marks, pages, written, gate }: RedactedFile): readonly string[] {
  const counts = pages > 0 ? `: ${countOf(marks, 'mark')} on ${countOf(pages, 'page')}` : ''
  const result = written.length > 0 ? `, written to ${written.map(visible).join(' and ')}` : ''
  return [
    `${WORDS[outcome].padEnd(9)}${visible(file)}${counts}${result}`,
    ...(reason === '' ? [] : [`         ${visible(reason)}`]),
    ...(gate?.findings ?? []).map(
      ({ page, says }) => `         ${page === null ? '' : `page ${page}: `}${visible(says)}`,
    ),
  ]
}
