-- Judging of contests: criteria frozen before it begins, jurors with their conflicts, sealed sheets, places, the result.

create table contests.judging (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  version int not null default 1 check (version between 1 and 100),
  scale int not null check (scale in (5, 10, 100)),
  normalisation text not null check (normalisation in ('none', 'z')),
  tie_rule text not null check (tie_rule in ('criterion_order', 'more_jurors', 'shared', 'draw')),
  winners int not null default 3 check (winners between 1 and 20),
  prizes text[] not null default '{}' check (cardinality(prizes) <= 20),
  prizes_lang text not null default 'id' check (prizes_lang in ('id', 'en', 'ja', 'ko')),
  seed text check (seed ~ '^[0-9a-f]{32}$'),
  frozen_at timestamptz,
  frozen_on text check (frozen_on ~ '^\d{4}-\d{2}-\d{2}$'),
  unsealed_at timestamptz,
  unsealed_on text check (unsealed_on ~ '^\d{4}-\d{2}-\d{2}$'),
  unsealed_reason text check (char_length(unsealed_reason) between 1 and 2000),
  absent int not null default 0 check (absent >= 0),
  decided_on text check (decided_on ~ '^\d{4}-\d{2}-\d{2}$'),
  minutes_number text check (char_length(minutes_number) between 1 and 100),
  minutes_words text check (char_length(minutes_words) between 1 and 5000),
  announced_at timestamptz,
  announced_on text check (announced_on ~ '^\d{4}-\d{2}-\d{2}$'),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, id) references contests.contests (tenant, id),
  constraint frozen_whole check ((frozen_at is null) = (frozen_on is null) and (frozen_at is null) = (seed is null)),
  constraint unsealed_after_frozen check (unsealed_at is null or frozen_at is not null),
  constraint absent_with_a_reason check (absent = 0 or unsealed_reason is not null),
  constraint decided_after_unsealed check (decided_on is null or unsealed_at is not null),
  constraint announced_after_decided check (announced_at is null or decided_on is not null)
);
comment on table contests.judging is 'fact. How a contest (same id) is judged and how far it is. version counts the table of criteria; once frozen_at stands neither it nor the rules change, and seed (for a draw) was made then, before any sheet. absent sheets were due and missing when the sheets were opened, with the reason. Places are hidden until announced_at.';

create table contests.criteria (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  contest uuid not null,
  version int not null,
  position int not null check (position between 1 and 20),
  name text not null check (char_length(name) between 1 and 200),
  name_lang text not null default 'id' check (name_lang in ('id', 'en', 'ja', 'ko')),
  about text check (char_length(about) between 1 and 1000),
  weight int not null check (weight between 1 and 100),
  primary key (tenant, id),
  foreign key (tenant, contest) references contests.judging (tenant, id),
  constraint criterion_by_position unique (tenant, contest, version, position),
  constraint criterion_by_name unique (tenant, contest, version, name)
);
comment on table contests.criteria is 'fact. What is judged, with its weight in percent; the weights of one version sum to exactly 100 (judging-model.ts). Earlier versions stay.';

create table contests.jurors (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  contest uuid not null,
  number int not null check (number between 1 and 50),
  name text not null check (char_length(name) between 1 and 200),
  body text check (char_length(body) between 1 and 200),
  decree text check (char_length(decree) between 1 and 200),
  village text check (char_length(village) between 1 and 80),
  kecamatan text check (char_length(kecamatan) between 1 and 80),
  company text check (char_length(company) between 1 and 200),
  kin text[] not null default '{}' check (cardinality(kin) <= 20),
  sponsor_reason text check (char_length(sponsor_reason) between 1 and 2000),
  declared_at timestamptz,
  left_on text check (left_on ~ '^\d{4}-\d{2}-\d{2}$'),
  left_reason text check (char_length(left_reason) between 1 and 2000),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, contest) references contests.contests (tenant, id),
  constraint juror_by_number unique (tenant, contest, number),
  constraint left_with_a_reason check ((left_on is null) = (left_reason is null))
);
comment on table contests.jurors is 'fact. Who judges, by which decree; number is what the world sees. village, kecamatan, company and kin are what she declared or the region entered, and alone are compared with entries and sponsors. sponsor_reason: why she may judge although her company helps the whole contest. She scores after declared_at only.';
comment on column contests.jurors.name is 'personal. As it was typed; inside only.';
comment on column contests.jurors.village is 'personal. Where she lives, to find conflicts.';
comment on column contests.jurors.kecamatan is 'personal. Where she lives, to find conflicts.';
comment on column contests.jurors.company is 'personal. For whom she works, to find conflicts.';
comment on column contests.jurors.kin is 'personal. Names of kin as entered, to find conflicts.';

create table contests.interests (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  contest uuid not null,
  juror uuid not null,
  entry uuid not null,
  words text check (char_length(words) between 1 and 1000),
  primary key (tenant, id),
  foreign key (tenant, juror) references contests.jurors (tenant, id),
  foreign key (tenant, entry) references contests.entries (tenant, id),
  constraint interest_once unique (tenant, juror, entry)
);
comment on table contests.interests is 'fact. Entries that a juror declared she has to do with, beside what is found from the records; she cannot score them.';
comment on column contests.interests.words is 'personal. What it is, in her words.';

create table contests.entry_backers (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  entry uuid not null,
  company text not null check (char_length(company) between 1 and 200),
  primary key (tenant, id),
  foreign key (tenant, entry) references contests.entries (tenant, id),
  constraint backer_once unique (tenant, entry, company)
);
comment on table contests.entry_backers is 'fact. Companies that help one entry; who works for one of them does not judge it.';

create table contests.score_sheets (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  contest uuid not null,
  juror uuid not null,
  entry uuid not null,
  version int not null check (version between 1 and 10000),
  marks jsonb not null check (jsonb_typeof(marks) = 'object'),
  note text check (char_length(note) between 1 and 2000),
  received_at timestamptz not null,
  counts boolean not null default true,
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, juror) references contests.jurors (tenant, id),
  foreign key (tenant, entry) references contests.entries (tenant, id),
  constraint one_sheet unique (tenant, juror, entry)
);
comment on table contests.score_sheets is 'fact. One juror''s marks of one entry, the newest version she sent. Sealed: nothing but that it is there is told of it until contests.judging.unsealed_at stands. counts is settled at that moment: a sheet of somebody in conflict, or who left, does not.';
comment on column contests.score_sheets.marks is 'personal. Criterion to mark, whole numbers up to the scale. The ledger holds a salted hash of it, so no history, undo or export tells it.';
comment on column contests.score_sheets.note is 'personal. What the juror saw; inside only.';
create index sheets_of_contest on contests.score_sheets (tenant, contest, entry, juror);

create table contests.placings (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  contest uuid not null,
  entry uuid not null,
  category uuid,
  place int check (place > 0),
  points text check (points ~ '^-?\d+\.\d{4}$'),
  settled_by text check (settled_by in ('criterion_order', 'more_jurors', 'shared', 'draw')),
  outside text check (outside in ('last_winner', 'no_sheet')),
  prize text check (char_length(prize) between 1 and 300),
  primary key (tenant, id),
  foreign key (tenant, contest) references contests.judging (tenant, id),
  foreign key (tenant, entry) references contests.entries (tenant, id),
  constraint placed_once unique (tenant, contest, entry),
  constraint placed_or_outside check ((place is null) = (outside is not null))
);
comment on table contests.placings is 'fact. The place of each entry in its category, as decided; told to organiser and officers only until the contest is announced. points is exact text with four decimals; settled_by says by which rule equal points were parted, outside why an entry has no place.';
comment on column contests.placings.points is 'personal. Hidden from histories until it is announced, and afterwards it stands in the result.';
comment on column contests.placings.place is 'personal. Hidden from histories until it is announced, and afterwards it stands in the result.';
comment on column contests.placings.settled_by is 'personal. Hidden from histories until it is announced, and afterwards it stands in the result.';
comment on column contests.placings.prize is 'personal. Hidden from histories until it is announced, and afterwards it stands in the result.';

create table contests.published_results (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique,
  region_slug text not null,
  document jsonb not null,
  demonstration boolean not null,
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid not null,
  primary key (tenant, id),
  foreign key (tenant, id) references contests.judging (tenant, id)
);
comment on table contests.published_results is 'published. The announced result as anybody can compute it again: criteria, rules, entries by number, sheets by the jurors'' numbers, places, signature. No name of a person.';
