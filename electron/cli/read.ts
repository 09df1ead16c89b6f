import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '#shared/errors.ts'
import { visible } from '#shared/shown.ts'
import { readerEntry } from '../engine/reading/reader-entry.ts'
import { startReaderProcess } from '../engine/reading/reader-process.ts'
import { type ReadInTree, readTree } from '../engine/reading/read-tree.ts'

type Options = { format: 'text' | 'json' }

/** `dpo read FILE…`: what is in files of any kind, and in the files inside them; nothing is kept. */
export function addReadCommand(program: Command): void {
  program
    .command('read')
    .description(
      'say of files and folders of any kind what they hold: type, pages, files inside, what does not show; nothing is kept',
    )
    .argument('<paths...>', 'files or folders')
    .addOption(
      program
        .createOption('--format <format>', 'one line of text or JSON a file')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async (paths: string[], { format }: Options) => {
      const reader = startReaderProcess({ entry: readerEntry() })
      try {
        for (const path of paths)
          for await (const file of filesBelow(path))
            for await (const found of readTree(reader, {
              name: basename(file),
              bytes: createReadStream(file),
              size: (await stat(file)).size,
              // A passphrase of a register is no password of a file: this one is asked for by its own name.
              password: process.env['DPO_FILE_PASSWORD'] ?? null,
            }))
              console.log(format === 'json' ? jsonLine(file, found) : textLine(file, found))
      } finally {
        await reader.close()
      }
    })
}

/** A file, or every file in a folder, by name. Links are not followed. */
async function* filesBelow(path: string): AsyncGenerator<string> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new AppError('storage', `${path} is not there. Check its name.`, { reason: 'missing' })
  if (!found.isDirectory()) return yield path
  const entries = await readdir(path, { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* filesBelow(join(path, entry.name))
    if (entry.isFile()) yield join(path, entry.name)
  }
}

/** Where a file stands: on the disk, and then inside the files it came in. */
function placeOf(file: string, { path }: ReadInTree): string {
  const inside = path.slice(path.indexOf('/') + 1)
  const place = visible(relative(process.cwd(), file) || file)
  return path.includes('/') ? `${place}/${inside}` : place
}

function jsonLine(file: string, found: ReadInTree): string {
  const { outcome, reason, wayOut, type, pages, attachments, hidden } = found.reading
  const kinds = hidden.map(({ kind }) => kind)
  return JSON.stringify({
    path: placeOf(file, found),
    outcome,
    reason,
    wayOut,
    type,
    pages,
    attachments,
    hidden: kinds,
  })
}

const OUTCOMES = { read: 'read', partial: 'read in part', 'not-read': 'NOT READ' } as const

function textLine(file: string, found: ReadInTree): string {
  const { outcome, reason, wayOut, type, pages, attachments, hidden } = found.reading
  const parts = [
    type,
    pages === null ? '' : `${pages} ${pages === 1 ? 'page' : 'pages'}`,
    attachments > 0 ? `${attachments} inside` : '',
    hidden.length > 0
      ? `does not show: ${hidden.map(({ kind, count }) => `${kind} ${count}`).join(', ')}`
      : '',
    [reason, wayOut].filter(Boolean).join(' '),
  ]
  return `${placeOf(file, found)}: ${OUTCOMES[outcome]}; ${parts.filter(Boolean).join('; ')}`
}
