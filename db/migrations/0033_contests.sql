-- Contests: an edition with its window, entries with receipt, sponsors, what came of it. Judging is a migration of its own.
create schema contests;

create table contests.contests (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 80),
  title text not null check (char_length(title) between 1 and 200),
  title_lang text not null default 'id' check (title_lang in ('id', 'en', 'ja', 'ko')),
  about text check (char_length(about) between 1 and 5000),
  about_lang text not null default 'id' check (about_lang in ('id', 'en', 'ja', 'ko')),
  organiser_unit uuid not null,
  organiser_words text check (char_length(organiser_words) between 1 and 500),
  occasion text check (char_length(occasion) between 1 and 200),
  opens_on text check (opens_on ~ '^\d{4}-\d{2}-\d{2}$'),
  closes_on text check (closes_on ~ '^\d{4}-\d{2}-\d{2}$'),
  closes_time text check (closes_time ~ '^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$'),
  opens_at timestamptz,
  closes_before timestamptz,
  contest_on text check (contest_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  announce_on text check (announce_on ~ '^\d{4}-\d{2}-\d{2}$'),
  look_back_on text check (look_back_on ~ '^\d{4}-\d{2}-\d{2}$'),
  purge_on text check (purge_on ~ '^\d{4}-\d{2}-\d{2}$'),
  purged_on text check (purged_on ~ '^\d{4}-\d{2}-\d{2}$'),
  tiers text[] not null default '{}',
  goals int[] not null default '{}',
  excludes_last_winner boolean not null default false,
  previous uuid,
  leniency text check (char_length(leniency) between 1 and 2000),
  wants_photos boolean not null default false,
  state text not null default 'draft' check (state in ('draft', 'judging', 'decided', 'announced')),
  voided_on text check (voided_on ~ '^\d{4}-\d{2}-\d{2}$'),
  voided_reason text check (char_length(voided_reason) between 1 and 2000),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, organiser_unit) references reference.units (tenant, id),
  foreign key (tenant, previous) references contests.contests (tenant, id),
  constraint voided_with_a_reason check ((voided_on is null) = (voided_reason is null)),
  constraint window_is_whole check ((opens_on is null) = (closes_on is null) and (opens_on is null) = (opens_at is null) and (opens_at is null) = (closes_before is null)),
  constraint window_runs_forward check (opens_at < closes_before),
  constraint not_its_own_predecessor check (previous <> id),
  constraint goals_are_of_the_seventeen check (goals <@ array[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17])
);
comment on table contests.contests is 'fact. One edition of a contest: who runs it and why, when it can be entered, when it is held, announced and looked back on. opens_on and closes_on are days of the region, both inclusive; opens_at and closes_before are computed from them in the region''s zone (closes_before is the first instant that is too late: the end of the last day, or of the minute or second of closes_time) and alone decide. tiers and leniency are the organiser''s words. state: draft until judging begins. A wrong edition is voided with its reason.';
create index contests_newest on contests.contests (tenant, opens_on desc nulls last, id);

create table contests.categories (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  contest uuid not null,
  position int not null check (position between 1 and 50),
  name text not null check (char_length(name) between 1 and 120),
  tier text check (char_length(tier) between 1 and 60),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, contest) references contests.contests (tenant, id),
  constraint category_by_name unique (tenant, contest, name)
);
comment on table contests.categories is 'fact. What is entered for (kampung, perumahan, sekolah …), on which tier; a contest without categories has one field of entries.';
create index categories_of_contest on contests.categories (tenant, contest, position);

create table contests.entries (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  contest uuid not null,
  category uuid,
  number int not null check (number > 0),
  name text not null check (char_length(name) between 1 and 120),
  rt_rw text check (char_length(rt_rw) between 1 and 40),
  kecamatan text check (char_length(kecamatan) between 1 and 80),
  village text not null check (char_length(village) between 1 and 80),
  entrant text check (char_length(entrant) between 1 and 120),
  phone text check (phone ~ '^\+?[0-9]{8,15}$'),
  words text check (char_length(words) between 1 and 3000),
  words_lang text not null default 'id' check (words_lang in ('id', 'en', 'ja', 'ko')),
  entered_at timestamptz not null,
  entered_by uuid,
  completeness text not null default 'unchecked' check (completeness in ('unchecked', 'complete', 'incomplete')),
  missing text[] not null default '{}',
  checked_on text check (checked_on ~ '^\d{4}-\d{2}-\d{2}$'),
  withdrawn_on text check (withdrawn_on ~ '^\d{4}-\d{2}-\d{2}$'),
  withdrawn_reason text check (char_length(withdrawn_reason) between 1 and 2000),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, contest) references contests.contests (tenant, id),
  foreign key (tenant, category) references contests.categories (tenant, id),
  constraint entry_number_once unique (tenant, contest, number),
  constraint withdrawn_with_a_reason check ((withdrawn_on is null) = (withdrawn_reason is null))
);
comment on table contests.entries is 'fact. What was entered, under its number in the contest (given without gaps in the order of entering). entered_at is the database''s instant (in a demonstration the visitor''s); entered_by an account when an officer typed a paper form. completeness is what the organiser found when checking; missing names what lacks.';
comment on column contests.entries.entrant is 'personal. Who entered, as typed; gone after the purge day.';
comment on column contests.entries.phone is 'personal. How to reach whoever entered; never public, gone after the purge day.';
comment on column contests.entries.words is 'personal. What the entrant writes, which may name people.';
create unique index entered_once on contests.entries (tenant, contest, lower(name), lower(coalesce(rt_rw, '')), lower(village), coalesce(category, '00000000-0000-0000-0000-000000000000'::uuid)) where withdrawn_on is null;

create table contests.receipts (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$'),
  said text not null check (char_length(said) between 1 and 2000),
  signature text not null check (signature ~ '^[A-Za-z0-9_-]{86}$'),
  key uuid not null,
  primary key (tenant, id),
  foreign key (tenant, id) references contests.entries (tenant, id)
);
comment on table contests.receipts is 'fact. The signed receipt of an entry (same id): the text that was signed, its Ed25519 signature (base64url) and by which key. No name of a person stands in it. code is what the holder knows.';

create table contests.entry_photos (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  entry uuid not null,
  file uuid not null,
  moment text not null check (moment in ('before', 'after', 'look_back')),
  caption text check (char_length(caption) between 1 and 500),
  position int not null default 1 check (position between 1 and 50),
  is_public boolean not null default false,
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, entry) references contests.entries (tenant, id),
  foreign key (tenant, file) references files.files (tenant, id)
);
comment on table contests.entry_photos is 'fact. Photographs of an entry: before, after, and what was found when looking back.';
create index photos_of_entry on contests.entry_photos (tenant, entry, moment, position);

create table contests.look_backs (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  contest uuid not null,
  entry uuid,
  looked_on text not null check (looked_on ~ '^\d{4}-\d{2}-\d{2}$'),
  kept text not null check (kept in ('kept', 'partly', 'not_kept')),
  words text not null check (char_length(words) between 1 and 3000),
  words_lang text not null default 'id' check (words_lang in ('id', 'en', 'ja', 'ko')),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, contest) references contests.contests (tenant, id),
  foreign key (tenant, entry) references contests.entries (tenant, id)
);
comment on table contests.look_backs is 'fact. What was seen when somebody looked again: what changed and whether it was kept; of one entry, or of the whole contest.';
create index look_backs_of_contest on contests.look_backs (tenant, contest, looked_on desc, id);

create table contests.sponsors (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  contest uuid not null,
  partner uuid,
  offer uuid,
  words text check (char_length(words) between 1 and 500),
  words_lang text not null default 'id' check (words_lang in ('id', 'en', 'ja', 'ko')),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, contest) references contests.contests (tenant, id),
  foreign key (tenant, partner) references partners.partners (tenant, id),
  constraint sponsor_once unique (tenant, contest, partner),
  constraint somebody check (partner is not null or words is not null)
);
comment on table contests.sponsors is 'fact. Who helps: a partner of the register, perhaps by one of its CSR offers (csr.offers), or words where no company is named.';

create table contests.statements (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  contest uuid not null,
  position int not null check (position between 1 and 50),
  official uuid,
  speaker text check (char_length(speaker) between 1 and 200),
  words text not null check (char_length(words) between 1 and 2000),
  words_lang text not null default 'id' check (words_lang in ('id', 'en', 'ja', 'ko')),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, contest) references contests.contests (tenant, id),
  foreign key (tenant, official) references reference.officials (tenant, id),
  constraint somebody check (official is not null or speaker is not null)
);
comment on table contests.statements is 'fact. What somebody said about the contest, in the officer''s own words.';
comment on column contests.statements.speaker is 'personal. A name as it was typed, perhaps a private person''s.';
create index statements_of_contest on contests.statements (tenant, contest, position);

create table contests.contest_relations (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  contest uuid not null,
  relation uuid not null,
  kind text not null default 'belongs' check (kind in ('belongs', 'same_story')),
  primary key (tenant, id),
  constraint relation_once unique (tenant, contest, relation),
  foreign key (tenant, contest) references contests.contests (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id)
);
comment on table contests.contest_relations is 'fact. Which cooperations a contest belongs to, or with which it is merely told in the same report (same_story).';
create index contests_of_relation on contests.contest_relations (tenant, relation);

create table contests.counters (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  contest uuid not null,
  last int not null default 0 check (last >= 0),
  primary key (tenant, contest),
  foreign key (tenant, contest) references contests.contests (tenant, id)
);
comment on table contests.counters is 'working. The last number given in a contest; the entries beside it are facts.';

create table contests.keys (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  public_key text not null,
  private_key text not null,
  made_at timestamptz not null default transaction_timestamp(),
  primary key (tenant, id),
  constraint one_key unique (tenant)
);
comment on table contests.keys is 'working. The key pair (Ed25519, PEM) a region signs receipts and results with. The private half is read by the region''s own role alone and leaves it in no answer, list or export.';

create table contests.published (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique,
  region_slug text not null,
  relations uuid[] not null default '{}',
  opens_on text,
  document jsonb not null,
  demonstration boolean not null,
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid not null,
  primary key (tenant, id),
  foreign key (tenant, id) references contests.contests (tenant, id)
);
comment on table contests.published is 'published. What the world sees of a contest, as chosen at publication: no name and no number of an entrant.';
create index published_contests_of_region on contests.published (region_slug, opens_on desc nulls last, id);
create index published_contests_of_relation on contests.published using gin (relations);

create table contests.withdrawn (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique,
  demonstration boolean not null,
  withdrawn_at timestamptz not null default clock_timestamp(),
  primary key (tenant, id)
);
comment on table contests.withdrawn is 'published. Addresses that once showed a contest and do not any more: they answer 410 with a sentence.';

-- What a receipt belongs to, in whatever region; the receipt itself is then read inside the region.
create function contests.of_receipt(asked text)
returns table (tenant uuid, id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select c.tenant, c.id from contests.receipts c join reference.regions r on r.tenant = c.tenant
  where c.code = asked and r.demonstration = platform.is_demonstration()
$$;
revoke all on function contests.of_receipt(text) from public;

-- After the purge day nobody's name or number is kept, in the ledger neither: the salted hashes stay, so the chain
-- still verifies. Does nothing for a contest that was not purged.
create function contests.forget(asked uuid) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  here uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  gone int;
begin
  delete from ledger.personal p using ledger.changes c, contests.entries e, contests.contests k
  where k.tenant = here and k.id = asked and k.purged_on is not null
    and e.tenant = here and e.contest = k.id and e.entrant is null and e.phone is null
    and c.tenant = here and c.row_id = e.id and c.table_name = 'contests.entries'
    and p.tenant = here and p.change = c.id;
  get diagnostics gone = row_count;
  return gone;
end
$$;
revoke all on function contests.forget(uuid) from public;
