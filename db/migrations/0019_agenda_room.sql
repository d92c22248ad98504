-- In the room: who was expected and who came, by hand or at the door; the summary, its versions, what partners say of it.
alter table agenda.participants add column invited boolean not null default false;
alter table agenda.participants add column present boolean not null default true;
-- The link at the door by which somebody put her own name down, and when.
alter table agenda.participants add column door uuid;
alter table agenda.participants add column signed_at timestamptz;
alter table agenda.participants add constraint participants_door_fkey foreign key (tenant, door) references links.links (tenant, id);
alter table agenda.participants add constraint signed_at_a_door check ((door is null) = (signed_at is null));
alter table agenda.participants add constraint expected_or_there check (invited or present);
create index participants_by_door on agenda.participants (tenant, activity, signed_at) where door is not null;

create table agenda.summaries (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  activity uuid not null,
  blocks jsonb not null default '[]' check (jsonb_typeof(blocks) = 'array' and jsonb_array_length(blocks) <= 60),
  lang text not null default 'id' check (lang ~ '^[a-z]{2}(-[A-Za-z]{4})?$'),
  state text not null default 'draf' check (state in ('draf', 'dibagikan', 'dikoreksi', 'disepakati')),
  version int not null default 1 check (version > 0),
  agreed_version int,
  agreed_on text check (agreed_on ~ '^\d{4}-\d{2}-\d{2}$'),
  agreed_by text check (char_length(agreed_by) between 1 and 200),
  agreed_role text check (char_length(agreed_role) between 1 and 200),
  agreed_how text check (agreed_how in ('tautan', 'surat', 'surel')),
  agreed_reference text check (char_length(agreed_reference) between 1 and 200),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, activity),
  foreign key (tenant, activity) references agenda.activities (tenant, id),
  constraint agreed_in_full check (num_nonnulls(agreed_version, agreed_on, agreed_how) in (0, 3)),
  constraint agreed_says_what check (state <> 'disepakati' or agreed_version is not null)
);
comment on table agenda.summaries is 'fact. The summary of an activity (notulen) in blocks: pembuka, one for each point discussed (pokok), keputusan. What follows is drawn from the record when it is read. version counts what was saved; agreed_version is the one that both sides agreed on and stays when the summary is changed later.';
comment on column agenda.summaries.blocks is 'personal. Free text, in which private people may be named.';
comment on column agenda.summaries.agreed_by is 'personal. Who agreed for the partner, as it was typed.';

create table agenda.summary_versions (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  summary uuid not null,
  number int not null check (number > 0),
  kind text not null check (kind in ('saved', 'amended', 'aside')),
  blocks jsonb not null,
  drawn jsonb not null default '{}',
  lang text not null,
  reason text check (char_length(reason) between 1 and 2000),
  saved_on text not null check (saved_on ~ '^\d{4}-\d{2}-\d{2}$'),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, summary) references agenda.summaries (tenant, id),
  constraint amended_with_a_reason check ((kind = 'amended') = (reason is not null))
);
comment on table agenda.summary_versions is 'fact. A summary as it was saved: its blocks and what was drawn from the record beside them (drawn: points by name, what followed). kind: saved; amended after it was agreed, with the reason; aside is what somebody had typed before it was brought together with what another had saved meanwhile.';
comment on column agenda.summary_versions.blocks is 'personal. Free text, in which private people may be named.';
comment on column agenda.summary_versions.drawn is 'personal. Points and follow-ups in the officer''s words.';
create index versions_of_summary on agenda.summary_versions (tenant, summary, number);
create unique index one_version_of_a_number on agenda.summary_versions (tenant, summary, number) where kind <> 'aside';

create table agenda.summary_answers (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  summary uuid not null,
  link uuid not null,
  version int not null,
  answer text not null check (answer in ('sesuai', 'koreksi')),
  name text not null check (char_length(name) between 1 and 200),
  role text check (char_length(role) between 1 and 200),
  corrections jsonb not null default '[]' check (jsonb_typeof(corrections) = 'array' and jsonb_array_length(corrections) <= 60),
  answered_at timestamptz not null default transaction_timestamp(),
  settled_on text check (settled_on ~ '^\d{4}-\d{2}-\d{2}$'),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, summary) references agenda.summaries (tenant, id),
  foreign key (tenant, link) references links.links (tenant, id),
  constraint a_correction_says_what check ((answer = 'koreksi') = (jsonb_array_length(corrections) > 0)),
  constraint only_corrections_are_settled check (settled_on is null or answer = 'koreksi')
);
comment on table agenda.summary_answers is 'fact. What a partner said of a summary by link: sesuai, or a correction of some blocks (corrections: block and text), of which version, by whom. settled_on: the officer has dealt with the correction.';
comment on column agenda.summary_answers.name is 'personal. As it was typed.';
comment on column agenda.summary_answers.corrections is 'personal. Free text.';
create index answers_of_summary on agenda.summary_answers (tenant, summary, answered_at);

create table agenda.summary_translations (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  summary uuid not null,
  lang text not null check (lang ~ '^[a-z]{2}(-[A-Za-z]{4})?$'),
  author text not null check (char_length(author) between 1 and 200),
  version int not null,
  blocks jsonb not null check (jsonb_typeof(blocks) = 'array' and jsonb_array_length(blocks) <= 60),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, summary, lang),
  foreign key (tenant, summary) references agenda.summaries (tenant, id)
);
comment on table agenda.summary_translations is 'fact. A summary as a person translated it, with who did and from which version; it stands beside the text, never in its place.';
comment on column agenda.summary_translations.author is 'personal. As it was typed.';
comment on column agenda.summary_translations.blocks is 'personal. Free text, in which private people may be named.';
