-- Meetings and visits. They use relations, never the other way round.
create schema agenda;

create table agenda.activities (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text check (kind in ('kunjungan_resmi', 'audiensi', 'rapat_koordinasi', 'forum', 'lain')),
  about text not null check (char_length(about) between 1 and 200),
  topics text[] not null default '{}',
  place text check (char_length(place) <= 200),
  occurred_on text not null check (occurred_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  ended_on text check (ended_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  initiator text check (initiator in ('region', 'partner', 'third_party')),
  starts_at text check (starts_at ~ '^[0-2]\d:[0-5]\d$'),
  weekday text check (weekday in ('senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu', 'minggu')),
  note text check (char_length(note) <= 20000),
  note_lang text not null default 'id',
  closed_on text check (closed_on ~ '^\d{4}-\d{2}-\d{2}$'),
  voided_on text check (voided_on ~ '^\d{4}-\d{2}-\d{2}$'),
  voided_reason text check (char_length(voided_reason) between 1 and 2000),
  rev int not null default 1,
  primary key (tenant, id),
  constraint voided_with_a_reason check ((voided_on is null) = (voided_reason is null)),
  constraint ends_after_it_starts check (left(ended_on, least(length(ended_on), length(occurred_on))) >= left(occurred_on, least(length(ended_on), length(occurred_on))))
);
comment on table agenda.activities is 'fact. A visit, audience or meeting: who, when, where, what about. topics are ids of the catalogue (penjajakan_awal …) so that they can be shown in four languages. weekday is what a source says when it contradicts or lacks the date. A wrong record is voided with its reason, never removed.';
create index activities_newest on agenda.activities (tenant, occurred_on desc, id);

create table agenda.activity_relations (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  activity uuid not null,
  relation uuid not null,
  primary key (tenant, id),
  unique (tenant, activity, relation),
  foreign key (tenant, activity) references agenda.activities (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id)
);
comment on table agenda.activity_relations is 'fact. Which relations an activity belongs to (none, one or several).';
create index activities_of_relation on agenda.activity_relations (tenant, relation);

create table agenda.participants (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  activity uuid not null,
  side text not null check (side in ('host', 'guest', 'other')),
  official uuid,
  person uuid,
  organisation text check (char_length(organisation) <= 200),
  person_name text check (char_length(person_name) <= 200),
  role text check (char_length(role) <= 200),
  headcount int check (headcount between 1 and 10000),
  leads boolean not null default false,
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, activity) references agenda.activities (tenant, id),
  foreign key (tenant, official) references reference.officials (tenant, id),
  foreign key (tenant, person) references partners.people (tenant, id),
  constraint somebody check (official is not null or person is not null or organisation is not null or person_name is not null)
);
comment on table agenda.participants is 'fact. Who took part: an official of the region, a person of the partner, or an organisation by name.';
comment on column agenda.participants.person_name is 'personal. A name as it was typed, perhaps a private person''s.';
create index participants_of_activity on agenda.participants (tenant, activity);

create table agenda.statements (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  activity uuid not null,
  position int not null,
  official uuid,
  person uuid,
  speaker text check (char_length(speaker) <= 200),
  words text not null check (char_length(words) between 1 and 2000),
  words_lang text not null default 'id',
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, activity) references agenda.activities (tenant, id),
  foreign key (tenant, official) references reference.officials (tenant, id),
  foreign key (tenant, person) references partners.people (tenant, id)
);
comment on table agenda.statements is 'fact. What somebody said, in the officer''s own words and the language they are written in; at most a dozen words are quoted.';
comment on column agenda.statements.speaker is 'personal. A name as it was typed, perhaps a private person''s.';
create index statements_of_activity on agenda.statements (tenant, activity, position);

create table agenda.photos (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  activity uuid not null,
  file uuid not null,
  caption text not null check (char_length(caption) between 1 and 500),
  position int not null default 1,
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, activity) references agenda.activities (tenant, id),
  foreign key (tenant, file) references files.files (tenant, id)
);
comment on table agenda.photos is 'fact. Photographs of an activity; the caption says place, day and who is seen.';
create index photos_of_activity on agenda.photos (tenant, activity, position);

create table agenda.published (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique,
  region_slug text not null,
  relations uuid[] not null default '{}',
  occurred_on text not null,
  document jsonb not null,
  demonstration boolean not null,
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid not null,
  primary key (tenant, id),
  foreign key (tenant, id) references agenda.activities (tenant, id)
);
comment on table agenda.published is 'published. What the world sees of an activity, as chosen at publication.';
create index published_activities_of_region on agenda.published (region_slug, occurred_on desc, id);
create index published_activities_of_relation on agenda.published using gin (relations);

create table agenda.withdrawn (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique,
  demonstration boolean not null,
  withdrawn_at timestamptz not null default clock_timestamp(),
  primary key (tenant, id)
);
comment on table agenda.withdrawn is 'published. Addresses that once showed an activity and do not any more: they answer 410 with a sentence.';
