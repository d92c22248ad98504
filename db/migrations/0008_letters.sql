-- What an office has to do next, and the letters it writes.
create schema followup;
create schema letters;

create table followup.follow_ups (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  subject uuid not null,
  leads boolean not null default false,
  what text check (char_length(what) between 1 and 500),
  reason text check (reason in ('waiting_direction', 'waiting_partner', 'enough_for_now')),
  unit uuid,
  owner text check (char_length(owner) <= 200),
  due_on text check (due_on ~ '^\d{4}-\d{2}-\d{2}$'),
  from_on text not null check (from_on ~ '^\d{4}-\d{2}-\d{2}$'),
  ended_on text check (ended_on ~ '^\d{4}-\d{2}-\d{2}$'),
  outcome text check (outcome in ('done', 'replaced', 'dropped')),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, unit) references reference.units (tenant, id),
  constraint what_or_reason check ((what is null) <> (reason is null)),
  constraint ends_with_an_outcome check ((ended_on is null) = (outcome is null))
);
comment on table followup.follow_ups is 'fact. What follows: who does what by when, or one of the three ready reasons why nothing does. subject is the record it follows from; the leading one of a relation is its next step.';
comment on column followup.follow_ups.owner is 'personal. Who does it, by name.';
create unique index one_next_step on followup.follow_ups (tenant, subject) where leads and ended_on is null;
create index follow_ups_of_subject on followup.follow_ups (tenant, subject, from_on);
create index follow_ups_due on followup.follow_ups (tenant, due_on) where ended_on is null;

create table letters.letterheads (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  government text not null check (char_length(government) between 1 and 200),
  unit_name text not null check (char_length(unit_name) between 1 and 200),
  address text not null default '' check (char_length(address) <= 500),
  contact text not null default '' check (char_length(contact) <= 500),
  place text not null check (char_length(place) between 1 and 100),
  emblem uuid,
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant),
  foreign key (tenant, emblem) references files.files (tenant, id)
);
comment on table letters.letterheads is 'fact. The head of the region''s letters (kop surat): government, office, address, and the place that stands before the date.';

create table letters.templates (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  kind text not null check (kind ~ '^[a-z_]+$'),
  file uuid not null,
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, kind),
  foreign key (tenant, file) references files.files (tenant, id)
);
comment on table letters.templates is 'fact. A region''s own .docx in place of the delivered template of that kind. The PDF is set from the same data in our own layout and does not change with it.';

create table letters.letters (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  relation uuid not null,
  process uuid,
  kind text not null check (kind ~ '^[a-z_]+$'),
  state text not null default 'draft' check (state in ('draft', 'sent', 'cancelled')),
  language text not null default 'id' check (language in ('id', 'en', 'ja', 'ko')),
  number text check (char_length(number) between 1 and 100),
  dated_on text check (dated_on ~ '^\d{4}-\d{2}-\d{2}$'),
  sent_on text check (sent_on ~ '^\d{4}-\d{2}-\d{2}$'),
  sent_by text check (sent_by in ('post', 'mail', 'hand', 'srikandi')),
  received_on text check (received_on ~ '^\d{4}-\d{2}-\d{2}$'),
  cancelled_on text check (cancelled_on ~ '^\d{4}-\d{2}-\d{2}$'),
  cancelled_reason text check (char_length(cancelled_reason) between 1 and 2000),
  content jsonb not null,
  head jsonb,
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id),
  foreign key (tenant, process) references relations.processes (tenant, id),
  constraint sent_under_a_head check (state <> 'sent' or head is not null),
  constraint sent_with_a_day check (case state when 'sent' then sent_on is not null when 'draft' then sent_on is null else true end),
  constraint cancelled_with_a_reason check ((state = 'cancelled') = (cancelled_on is not null and cancelled_reason is not null))
);
comment on table letters.letters is 'fact. Outgoing letters and drafts of texts. number is the one the numbering office gave; received_on the day the addressee''s secretariat received it. A cancelled letter stays with its number, which may then be given again. head keeps the letterhead under which a letter went out: a later change of it does not change the letter.';
create unique index one_letter_per_number on letters.letters (tenant, lower(number), left(coalesce(dated_on, ''), 4)) where number is not null and state <> 'cancelled';
create index letters_of_relation on letters.letters (tenant, relation, id);
