-- What villages need, what companies offer, which meets which and why, and what came of it. No table of this schema holds
-- money of the region: a company pays the provider or the community itself. Amounts are what somebody estimated, promised
-- or told; there is no balance and no account.
create schema csr;

create table csr.needs (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null check (char_length(title) between 1 and 200),
  village text not null check (char_length(village) between 1 and 200),
  district text not null check (char_length(district) between 1 and 200),
  field text not null check (field in ('pendidikan_olahraga', 'kesehatan', 'seni_budaya_pariwisata', 'kesejahteraan', 'usaha', 'keagamaan', 'lingkungan', 'pertanian_peternakan_perikanan', 'infrastruktur')),
  description text check (char_length(description) between 1 and 4000),
  place text check (char_length(place) between 1 and 500),
  text_lang text not null default 'id' check (text_lang in ('id', 'en', 'ja', 'ko')),
  cost bigint check (cost between 1 and 1000000000000),
  photo uuid,
  photo_caption text check (char_length(photo_caption) between 1 and 500),
  musrenbang text check (char_length(musrenbang) between 1 and 100),
  year int not null check (year between 2000 and 2100),
  apbd boolean not null default false,
  apbd_words text check (char_length(apbd_words) between 1 and 500),
  unit uuid,
  standing text not null default 'usulan' check (standing in ('usulan', 'terbuka', 'dipasangkan', 'berjalan', 'terwujud', 'ditutup')),
  closed_reason text check (char_length(closed_reason) between 1 and 2000),
  entered_on text not null check (entered_on ~ '^\d{4}-\d{2}-\d{2}$'),
  moved_on text not null check (moved_on ~ '^\d{4}-\d{2}-\d{2}$'),
  search text generated always as (partners.fold(title || ' ' || village || ' ' || district || ' ' || coalesce(musrenbang, ''))) stored,
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, photo) references files.files (tenant, id),
  foreign key (tenant, unit) references reference.units (tenant, id),
  constraint words_for_the_budget check (apbd or apbd_words is null),
  constraint a_photo_says_what_it_shows check ((photo is null) = (photo_caption is null)),
  constraint only_closed_has_a_reason check (closed_reason is null or standing = 'ditutup')
);
comment on table csr.needs is 'fact. What a village needs: field, place, estimated cost in whole rupiah (null: not worked out yet), its number in the village deliberation (musrenbang), and whether the regional budget has it too (apbd, in which words). standing goes usulan, terbuka, dipasangkan, berjalan, terwujud, or ditutup with a reason; moved_on is the day of the last step. The region pays and receives nothing here.';
comment on column csr.needs.description is 'personal. Free text, in which private people may be named.';
comment on column csr.needs.place is 'personal. A place in words, perhaps somebody''s house.';
comment on column csr.needs.closed_reason is 'personal. Why it was closed, in the officer''s words.';
create index needs_newest on csr.needs (tenant, entered_on desc, id desc);
create index needs_search on csr.needs using gin (tenant, search gin_trgm_ops);

create table csr.need_relations (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  need uuid not null,
  relation uuid not null,
  primary key (tenant, id),
  unique (tenant, need, relation),
  foreign key (tenant, need) references csr.needs (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id)
);
comment on table csr.need_relations is 'fact. Which cooperations a need belongs to (none, one or several).';
create index needs_of_relation on csr.need_relations (tenant, relation);

create table csr.offers (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  partner uuid not null,
  what text not null check (char_length(what) between 1 and 200),
  description text check (char_length(description) between 1 and 4000),
  text_lang text not null default 'id' check (text_lang in ('id', 'en', 'ja', 'ko')),
  fields text[] not null default '{}' check (cardinality(fields) <= 9),
  places text[] not null default '{}' check (cardinality(places) <= 30),
  ceiling bigint check (ceiling between 1 and 1000000000000),
  in_kind text check (char_length(in_kind) between 1 and 500),
  most int not null default 1 check (most between 1 and 50),
  year int not null check (year between 2000 and 2100),
  until_on text check (until_on ~ '^\d{4}-\d{2}-\d{2}$'),
  offered_on text not null check (offered_on ~ '^\d{4}-\d{2}-\d{2}$'),
  ended_on text check (ended_on ~ '^\d{4}-\d{2}-\d{2}$'),
  ended_reason text check (char_length(ended_reason) between 1 and 2000),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, partner) references partners.partners (tenant, id),
  constraint rupiah_or_in_kind check (num_nonnulls(ceiling, in_kind) >= 1),
  constraint a_reason_only_where_ended check (ended_reason is null or ended_on is not null)
);
comment on table csr.offers is 'fact. What a company offers in a year: fields and places it wants (none: any), up to how many whole rupiah (ceiling) or what in kind, for at most so many needs (most), until when. A promise of the company, never money the region holds.';
comment on column csr.offers.description is 'personal. Free text, in which private people may be named.';
comment on column csr.offers.ended_reason is 'personal. Why it ended, in the officer''s words.';
create index offers_newest on csr.offers (tenant, offered_on desc, id desc);
create index offers_of_partner on csr.offers (tenant, partner, year);

create table csr.matches (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  need uuid not null,
  offer uuid not null,
  committed bigint check (committed between 1 and 1000000000000),
  in_kind text check (char_length(in_kind) between 1 and 500),
  reason text check (char_length(reason) between 1 and 2000),
  proposed boolean not null default false,
  grounds text[] not null default '{}' check (cardinality(grounds) <= 20),
  overlap_words text check (char_length(overlap_words) between 1 and 500),
  overlap_reason text check (char_length(overlap_reason) between 1 and 2000),
  matched_on text not null check (matched_on ~ '^\d{4}-\d{2}-\d{2}$'),
  ended_on text check (ended_on ~ '^\d{4}-\d{2}-\d{2}$'),
  ended_reason text check (char_length(ended_reason) between 1 and 2000),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, need) references csr.needs (tenant, id),
  foreign key (tenant, offer) references csr.offers (tenant, id)
);
comment on table csr.matches is 'fact. A need that an offer meets, and why. committed is what the company promised for it in whole rupiah, in_kind what it promised otherwise; neither passes through the region. proposed: it was the computed proposal, grounds are its reasons as ids. overlap_words is what the regional budget has of it, as it stood then, overlap_reason why it is met nevertheless. A need has one match at a time.';
comment on column csr.matches.reason is 'personal. In the officer''s words.';
comment on column csr.matches.overlap_reason is 'personal. In the officer''s words.';
comment on column csr.matches.ended_reason is 'personal. In the officer''s words.';
create unique index one_match_of_a_need on csr.matches (tenant, need) where ended_on is null;
create index matches_of_need on csr.matches (tenant, need, id);
create index matches_of_offer on csr.matches (tenant, offer);

create table csr.realisations (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  match uuid not null,
  position int not null check (position between 1 and 50),
  occurred_on text not null check (occurred_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  words text check (char_length(words) between 1 and 2000),
  words_lang text not null default 'id' check (words_lang in ('id', 'en', 'ja', 'ko')),
  value bigint check (value between 1 and 1000000000000),
  in_kind text check (char_length(in_kind) between 1 and 500),
  hibah boolean not null default false,
  bast text check (char_length(bast) between 1 and 100),
  reported_on text not null check (reported_on ~ '^\d{4}-\d{2}-\d{2}$'),
  reported_link uuid,
  standing text not null default 'dilaporkan' check (standing in ('dilaporkan', 'dikonfirmasi', 'dibantah')),
  answer text check (char_length(answer) between 1 and 2000),
  answer_lang text check (answer_lang in ('id', 'en', 'ja', 'ko')),
  answer_name text check (char_length(answer_name) between 1 and 200),
  answered_on text check (answered_on ~ '^\d{4}-\d{2}-\d{2}$'),
  answered_link uuid,
  voided_on text check (voided_on ~ '^\d{4}-\d{2}-\d{2}$'),
  voided_reason text check (char_length(voided_reason) between 1 and 2000),
  rev int not null default 1,
  primary key (tenant, id),
  constraint one_number_per_match unique (tenant, match, position),
  foreign key (tenant, match) references csr.matches (tenant, id),
  foreign key (tenant, reported_link) references links.links (tenant, id),
  foreign key (tenant, answered_link) references links.links (tenant, id),
  constraint rupiah_or_in_kind check (num_nonnulls(value, in_kind) >= 1),
  constraint answered_by_a_link check ((standing = 'dilaporkan') = (answered_link is null) and (answered_link is null) = (answered_on is null)),
  constraint nobody_confirms_her_own check (reported_link <> answered_link),
  constraint only_a_grant_has_a_bast check (hibah or bast is null)
);
comment on table csr.realisations is 'fact. What a company says it has done for a match: day, value in whole rupiah as the company told it or what in kind, and what the village answers by its own link (dikonfirmasi, dibantah). reported_link is the company''s link; without it an officer wrote it down. hibah: goods given to the local government, with the number of the handover (BAST). A wrong one is voided. No sum received by the region.';
comment on column csr.realisations.words is 'personal. Free text, in which private people may be named.';
comment on column csr.realisations.answer is 'personal. The village''s words.';
comment on column csr.realisations.answer_name is 'personal. Who answered for the village, as it was typed.';
comment on column csr.realisations.voided_reason is 'personal. In the officer''s words.';

create table csr.evidence (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  realisation uuid not null,
  file uuid not null,
  side text not null check (side in ('perusahaan', 'desa', 'petugas')),
  position int not null check (position between 1 and 20),
  primary key (tenant, id),
  constraint one_place_per_realisation unique (tenant, realisation, position),
  foreign key (tenant, realisation) references csr.realisations (tenant, id),
  foreign key (tenant, file) references files.files (tenant, id)
);
comment on table csr.evidence is 'fact. Files and photographs that show a realisation, and who brought each: the company, the village, or an officer.';

create table csr.published (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique,
  region_slug text not null,
  relations uuid[] not null default '{}',
  entered_on text not null,
  document jsonb not null,
  demonstration boolean not null,
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid not null,
  primary key (tenant, id),
  foreign key (tenant, id) references csr.needs (tenant, id)
);
comment on table csr.published is 'published. What the world sees of a need, as it stood at publication.';
create index published_needs_of_region on csr.published (region_slug, entered_on desc, id);
create index published_needs_of_relation on csr.published using gin (relations);

create table csr.withdrawn (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique,
  demonstration boolean not null,
  withdrawn_at timestamptz not null default clock_timestamp(),
  primary key (tenant, id)
);
comment on table csr.withdrawn is 'published. Addresses that once showed a need and do not any more: they answer 410 with a sentence.';

create table csr.published_companies (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  partner uuid not null,
  slug text not null,
  year int not null check (year between 2000 and 2100),
  region_slug text not null,
  document jsonb not null,
  demonstration boolean not null,
  withdrawn_at timestamptz,
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid not null,
  primary key (tenant, id),
  unique (tenant, partner, year)
);
comment on table csr.published_companies is 'published. The page of a company in a year as the world sees it: what it promised, did, and what villages confirmed. withdrawn_at: taken back; the address then says so and document is empty.';
create index published_companies_of_region on csr.published_companies (region_slug, slug, year);

-- More is done by link than 0016 knew. The list of purposes stands in src/slices/links/model.ts; here only its form, so
-- that the parts of Program do not replace each other's list.
alter table links.links drop constraint links_purpose_check;
alter table links.links add constraint links_purpose_check check (purpose ~ '^[a-z_]{3,40}$');
