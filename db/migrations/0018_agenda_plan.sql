-- The agenda as a plan: series, rundown, checklist, gifts, rank; kinds that were missing; meetings that are called off.
alter table agenda.activities drop constraint activities_kind_check;
alter table agenda.activities add constraint activities_kind_check check (kind in ('kunjungan_resmi', 'kunjungan_keluar', 'audiensi', 'rapat_koordinasi', 'forum', 'rapat_tkksd', 'pokja_bersama', 'lain'));

create table agenda.series (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  cadence text check (cadence in ('bulanan', 'dua_bulanan', 'triwulanan', 'semesteran', 'tahunan')),
  place text check (char_length(place) <= 200),
  starts_at text check (starts_at ~ '^[0-2]\d:[0-5]\d$'),
  ends_at text check (ends_at ~ '^[0-2]\d:[0-5]\d$'),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, name)
);
comment on table agenda.series is 'fact. Meetings that come back under one name (forum, rakor, joint working group), with their usual place and time. No cadence: when there is need. Relations and participants are those of its newest meeting.';

alter table agenda.activities add column series uuid;
alter table agenda.activities add constraint activities_series_fkey foreign key (tenant, series) references agenda.series (tenant, id);
alter table agenda.activities add column ends_at text check (ends_at ~ '^[0-2]\d:[0-5]\d$');
alter table agenda.activities add column interpreter text check (char_length(interpreter) between 1 and 200);
alter table agenda.activities add column interpreter_langs text[] not null default '{}' check (cardinality(interpreter_langs) <= 6);
-- Called off before its day: voided with its reason like a wrong record, but the agenda still says so.
alter table agenda.activities add column cancelled boolean not null default false;
alter table agenda.activities add constraint cancelled_with_a_reason check (not cancelled or voided_on is not null);
comment on column agenda.activities.interpreter is 'personal. A name or a body, as it was typed.';
create index activities_of_series on agenda.activities (tenant, series, occurred_on) where series is not null;

alter table agenda.participants add column rank text check (char_length(rank) between 1 and 200);
alter table agenda.participants add column position int check (position between 1 and 1000);

create table agenda.rundown_items (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  activity uuid not null,
  position int not null,
  from_time text check (from_time ~ '^[0-2]\d:[0-5]\d$'),
  to_time text check (to_time ~ '^[0-2]\d:[0-5]\d$'),
  what text not null check (char_length(what) between 1 and 500),
  who text check (char_length(who) between 1 and 200),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, activity) references agenda.activities (tenant, id),
  constraint line_ends_after_it_starts check (to_time is null or (from_time is not null and to_time > from_time))
);
comment on table agenda.rundown_items is 'fact. The course of an activity by the minute: from, to, what, who. Times are those of the region''s zone.';
comment on column agenda.rundown_items.who is 'personal. Who speaks or acts, as it was typed.';
create index rundown_of_activity on agenda.rundown_items (tenant, activity, position);

create table agenda.checklist_templates (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  journey text not null check (journey in ('masuk', 'keluar')),
  key text check (key ~ '^[a-z_]+$'),
  words text check (char_length(words) between 1 and 300),
  days int not null check (days between -365 and 365),
  dropped boolean not null default false,
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, journey, key),
  constraint own_or_replacing check (key is not null or words is not null)
);
comment on table agenda.checklist_templates is 'fact. What a region changed of the checklist for a delegation that comes (masuk) or goes (keluar): a row with key replaces an item of the product''s own list (src/slices/agenda/checklist-model.ts) or takes it off (dropped), one without adds an item. days counts from the day of the visit, before it negative.';

create table agenda.checklist_items (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  activity uuid not null,
  origin text check (char_length(origin) <= 60),
  words text check (char_length(words) between 1 and 300),
  days int not null check (days between -365 and 365),
  unit uuid,
  owner text check (char_length(owner) between 1 and 200),
  done_on text check (done_on ~ '^\d{4}-\d{2}-\d{2}$'),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, activity, origin),
  foreign key (tenant, activity) references agenda.activities (tenant, id),
  foreign key (tenant, unit) references reference.units (tenant, id),
  constraint said_or_from_the_list check (origin is not null or words is not null)
);
comment on table agenda.checklist_items is 'fact. What is to be prepared for an activity or done after it. Its day is counted from the activity''s own (days) and moved to a working day when it is read, so that it moves with the visit. origin is a key of the product''s list or the id of a template.';
comment on column agenda.checklist_items.owner is 'personal. A name as it was typed.';
create index checklist_of_activity on agenda.checklist_items (tenant, activity, days);

create table agenda.gifts (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  activity uuid not null,
  direction text not null check (direction in ('diterima', 'diberikan')),
  what text not null check (char_length(what) between 1 and 300),
  value_idr bigint check (value_idr between 0 and 1000000000000),
  party text check (char_length(party) between 1 and 200),
  holder text check (char_length(holder) between 1 and 200),
  destination text check (char_length(destination) between 1 and 200),
  reported_on text check (reported_on ~ '^\d{4}-\d{2}-\d{2}$'),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, activity) references agenda.activities (tenant, id),
  constraint only_received_is_reported check (reported_on is null or direction = 'diterima')
);
comment on table agenda.gifts is 'fact. The gifts register: what was given or received at an activity, its estimated value in rupiah, from or to whom (party), who of ours received or handed it (holder), where it is kept, and when it was reported to the gratification unit (UPG) or KPK.';
comment on column agenda.gifts.party is 'personal. From or to whom, as it was typed.';
comment on column agenda.gifts.holder is 'personal. Who received it or handed it over, as it was typed.';
create index gifts_of_activity on agenda.gifts (tenant, activity);
