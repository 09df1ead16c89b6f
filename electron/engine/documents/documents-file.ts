import type { OpenDatabase } from '../db/open.ts'
import { openWithTables } from '../db/open-with-tables.ts'

/** Which tables `documents.db` has; a newer program may add to them and count on. */
const FORMAT = 1

/** A chunk whose document has no row is one that was never taken in whole. */
const TABLES = `
  create table documents (
    id text primary key not null,
    name text not null,
    bytes integer not null,
    sha256 text not null,
    taken_in_at text not null,
    kept_since text
  ) strict;
  create table chunks (
    document text not null,
    number integer not null,
    sha256 text not null,
    bytes blob not null,
    primary key (document, number)
  ) strict;`

/** Opens `documents.db`, or a copy of it, with the register's key; to write, it is made when it is not there. */
export function openDocumentsFile(
  file: string,
  key: Buffer,
  how: { readonly readonly: boolean },
): Promise<OpenDatabase> {
  return openWithTables(file, key, { format: FORMAT, tables: TABLES, before: giveRoomBack }, how)
}

/** Room that files had is given back to the disk, which has to be said before there are tables. */
function giveRoomBack({ raw }: OpenDatabase): void {
  raw.pragma('auto_vacuum = INCREMENTAL')
  raw.exec('vacuum')
}
