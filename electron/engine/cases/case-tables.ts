import { REDACTION_TABLES } from './redaction-tables.ts'

/** Which tables a case file has; a newer program may add to them and count on. */
export const CASE_FORMAT = 1

/**
 * A case file. `sources` are the files, `blobs` and `chunks` their bytes (and those of what was made from them), each
 * kept once; `pages` what is read and decided page by page; `documents` where a logical document begins; `marks` what
 * is to be removed, `people` and `terms` what puts marks; `changes` what can be undone; `packs` what was built, frozen.
 */
export const CASE_TABLES = `
  create table facts (key text primary key not null, value text not null) strict;

  create table blobs (sha256 text primary key not null, bytes integer not null) strict;
  create table chunks (
    sha256 text not null,
    number integer not null,
    bytes blob not null,
    primary key (sha256, number)
  ) strict;

  create table sources (
    id integer primary key,
    parent integer references sources (id),
    family integer not null,
    path text not null,
    name text not null,
    how text not null,
    sha256 text not null references blobs (sha256),
    bytes integer not null,
    type text not null,
    state text not null,
    reason text not null,
    way_out text not null,
    -- The PDF that shows it: the blob of its own bytes, or of one made from it; null where there is none.
    paper text references blobs (sha256),
    pages integer not null,
    attachments integer not null,
    hidden text not null,
    facts text not null,
    text_sha256 text,
    same_bytes_as integer references sources (id),
    same_text_as integer references sources (id),
    search text,
    taken_in_at text not null,
    taken_in_by text not null
  ) strict;
  create index sources_by_state on sources (state, id);
  create index sources_by_sha256 on sources (sha256);
  create index sources_by_text on sources (text_sha256);
  create index sources_by_parent on sources (parent);
  -- What the overview counts, so that it need not read the rows.
  create index sources_by_size on sources (state, bytes);
  create index sources_hiding on sources (id) where hidden <> '[]';
  create index sources_same_bytes on sources (same_bytes_as) where same_bytes_as is not null;
  create index sources_same_text on sources (same_text_as) where same_text_as is not null;
  create index sources_by_family on sources (family);
  -- The next one to read stands first: what was found in a file comes before the next file.
  create index sources_waiting on sources (family, parent desc, id) where state = 'waiting';

  -- Which chosen files are in already; emptied when all of them are.
  create table intake (file text primary key not null) strict;

  create table documents (
    id integer primary key,
    source integer not null references sources (id),
    first_page integer not null unique,
    title text not null,
    type text not null,
    dated text,
    author text not null,
    because text not null,
    is_confirmed integer not null
  ) strict;
  create index documents_by_source on documents (source);

  create table pages (
    id integer primary key,
    source integer not null references sources (id),
    document integer not null references documents (id) deferrable initially deferred,
    number integer not null,
    label text not null,
    width real not null,
    height real not null,
    text_state text not null,
    is_picture integer not null,
    -- The hash of its words without their spacing; empty where there are none.
    fingerprint text not null,
    flag text,
    flag_because text not null,
    exemption text not null,
    flagged_at text,
    flagged_by text not null,
    -- Why it has to be looked at again: a decision that touches it was changed. Empty else.
    reopened text not null default '',
    unique (source, number)
  ) strict;
  create index pages_by_document on pages (document);
  create index pages_by_flag on pages (flag, id);
  create index pages_by_text_state on pages (text_state, id);
  create index pages_by_fingerprint on pages (fingerprint);
  create index pages_by_reopened on pages (id) where reopened <> '';

  create table page_texts (page integer primary key, text text not null, words blob not null) strict;
  create virtual table page_words using fts5 (
    text, content = 'page_texts', content_rowid = 'page', tokenize = 'unicode61 remove_diacritics 2'
  );
  insert into page_words (page_words, rank) values ('secure-delete', 1);
  create trigger page_texts_in after insert on page_texts begin
    insert into page_words (rowid, text) values (new.page, new.text);
  end;
  create trigger page_texts_out after delete on page_texts begin
    insert into page_words (page_words, rowid, text) values ('delete', old.page, old.text);
  end;
  create trigger page_texts_changed after update of text on page_texts begin
    insert into page_words (page_words, rowid, text) values ('delete', old.page, old.text);
    insert into page_words (rowid, text) values (new.page, new.text);
  end;

  -- What was decided once for all sources, or pages, that are the same.
  create table duplicates (
    key text primary key not null,
    kept integer not null references sources (id),
    because text not null,
    decided_at text not null,
    decided_by text not null
  ) strict;

  create table changes (
    id integer primary key,
    at text not null,
    by text not null,
    says text not null,
    undo text not null,
    redo text not null,
    is_undone integer not null,
    -- The last search for people before it.
    search integer not null default 0
  ) strict;

  create table packs (
    id integer primary key,
    phase integer not null,
    made_at text not null,
    made_by text not null,
    -- Everything it is made from, frozen as JSON, and the SHA-256 of that.
    plan text not null,
    plan_sha256 text not null,
    fingerprint text,
    delivery text,
    released_at text,
    released_by text
  ) strict;

  create table reading_times (
    day text not null,
    by text not null,
    pages integer not null,
    seconds integer not null,
    primary key (day, by)
  ) strict;
${REDACTION_TABLES}`
