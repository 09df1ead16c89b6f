/** The part of a case file that says what is removed from its pages, and how that was decided, checked and proved. */
export const REDACTION_TABLES = `
  -- A number is never given twice, for plans and proofs name marks by it. The place in the text stands beside the shape
  -- for what is looked for by it; null for boxes and pages.
  create table marks (
    id integer primary key autoincrement,
    page integer not null references pages (id),
    shape text not null,
    target text not null,
    origin text not null,
    state text not null,
    exemption text not null,
    answers text not null,
    reason text not null,
    label text not null,
    person integer references people (id),
    term integer references terms (id),
    made_at text not null,
    made_by text not null,
    text_start integer,
    text_end integer
  ) strict;
  create index marks_by_page on marks (page);
  create index marks_by_person on marks (person) where person is not null;
  create index marks_by_term on marks (term) where term is not null;
  create index marks_by_state on marks (state, page);
  -- Marks that a change took away or has not put there yet, so that it can be undone and done again in a few words.
  create table marks_aside (
    bundle text not null,
    id integer not null,
    page integer not null,
    shape text not null,
    target text not null,
    origin text not null,
    state text not null,
    exemption text not null,
    answers text not null,
    reason text not null,
    label text not null,
    person integer,
    term integer,
    made_at text not null,
    made_by text not null,
    text_start integer,
    text_end integer,
    primary key (bundle, id)
  ) strict, without rowid;

  -- Everybody the documents speak of; \`facts\` is what is weighed, as JSON. One that was merged is gone. A letter is given
  -- once; who asks has none. \`placed_to\` is the last search after which the marks of somebody withheld were placed.
  create table people (
    id integer primary key autoincrement,
    letter text not null,
    name text not null,
    facts text not null,
    decision text,
    exemption text not null,
    because text not null,
    decided_at text,
    decided_by text not null,
    placed_to integer not null default 0
  ) strict;
  create unique index people_by_letter on people (letter) where letter <> '';
  -- A form without a person was taken off the list; one that was dropped is not proposed again. One that was not
  -- searched for in every page yet is, before its person is decided about.
  create table person_forms (
    id integer primary key autoincrement,
    person integer references people (id),
    text text not null,
    kind text not null,
    because text not null,
    is_dropped integer not null default 0,
    is_searched integer not null default 0
  ) strict;
  create index person_forms_by_person on person_forms (person);
  create index person_forms_by_text on person_forms (text, kind);
  -- On which pages a form stands, how often, and where in their text: [[start, end], …].
  create table form_pages (
    form integer not null references person_forms (id) on delete cascade,
    page integer not null references pages (id) on delete cascade,
    hits integer not null,
    places text not null default '[]',
    primary key (form, page)
  ) strict, without rowid;
  create index form_pages_by_page on form_pages (page);
  -- Which pages were searched for people, by which search, and in which state their text was then.
  create table searched_pages (
    page integer primary key references pages (id) on delete cascade,
    search integer not null,
    text_was text not null
  ) strict;
  create index searched_pages_by_search on searched_pages (search);

  create table terms (
    id integer primary key autoincrement,
    kind text not null,
    text text not null,
    exemption text not null,
    reason text not null,
    label text not null,
    hits integer,
    pages integer
  ) strict;
  -- The pages on which an exclusion let somebody withheld stay, so that it can be taken back; also when it was taken
  -- back before and came again.
  create table term_pages (
    term integer not null,
    page integer not null references pages (id) on delete cascade,
    primary key (term, page)
  ) strict, without rowid;

  -- A second check, and its pages; \`state_sha256\` is the state of the page that was checked.
  create table check_rounds (
    id integer primary key,
    kind text not null,
    share integer not null,
    -- The random number that its pages were drawn with, so that the drawing can be done again.
    seed integer not null,
    checker text not null,
    begun_at text not null,
    signed_off text
  ) strict;
  create table check_pages (
    round integer not null references check_rounds (id) on delete cascade,
    page integer not null references pages (id) on delete cascade,
    verdict text,
    note text not null,
    -- How often it was returned.
    returns integer not null,
    state_sha256 text not null,
    primary key (round, page)
  ) strict, without rowid;

  -- What is removed from the pages of a pack, frozen with its plan, and how each page is made.
  create table pack_pages (
    pack integer not null references packs (id),
    page integer not null,
    making text not null,
    areas text not null,
    primary key (pack, page)
  ) strict, without rowid;
  -- What the proof of a pack found, each time it was made, and a second person's word against it.
  create table gate_results (
    id integer primary key,
    pack integer not null references packs (id),
    at text not null,
    is_green integer not null,
    result text not null,
    sha256 text not null,
    override text
  ) strict;
  create index gate_results_by_pack on gate_results (pack, id);
  -- What a run that was stopped or killed had finished: volumes of a pack, and files that were proved.
  create table bound_volumes (
    pack integer not null references packs (id),
    key text not null,
    sha256 text not null references blobs (sha256),
    made text not null,
    primary key (pack, key)
  ) strict, without rowid;
  create table proved_files (key text primary key not null, checked text not null) strict;
  -- Pages that are made from their picture, since their objects could not be cleaned.
  create table picture_pages (page integer primary key references pages (id) on delete cascade, because text not null) strict;`
