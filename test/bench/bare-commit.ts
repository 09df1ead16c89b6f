import { join } from 'node:path'
import { openEncrypted } from '#engine/db/open.ts'

/** Commits with nothing around them: the same cipher, the same settings, one prepared statement each. */
export type BareCommits = {
  /** One short row changed. */
  readonly shortRow: (text: string) => void
  /** What a saved change must put on the disk at the very least: the record as it is now, and its revision. */
  readonly recordAndRevision: (body: string) => void
  readonly close: () => void
}

/** A database of its own in a folder, with the settings of every register. */
export function bareCommits(folder: string): BareCommits {
  const { raw } = openEncrypted(join(folder, 'bare.db'), Buffer.alloc(32, 7), { readonly: false })
  raw.exec(`
    create table short (id integer primary key, value text not null);
    insert into short values (1, '');
    create table records (id text primary key, body text not null);
    create table revisions (seq integer primary key, body text not null);
  `)
  const short = raw.prepare('update short set value = ? where id = 1')
  const record = raw.prepare('insert or replace into records values (?, ?)')
  const revision = raw.prepare('insert into revisions (body) values (?)')
  return {
    shortRow: (text) => void short.run(text),
    recordAndRevision: raw.transaction((body: string) => {
      record.run('0190b000-0000-7000-8000-000000000005', body)
      revision.run(body)
    }),
    close: () => raw.close(),
  }
}
