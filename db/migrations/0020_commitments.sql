-- Commitments: who gave which word to whom at a meeting, what was heard of ours since, and which of ours are public.
create table agenda.commitments (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  activity uuid not null,
  relation uuid,
  statement uuid,
  position int not null check (position > 0),
  side text not null check (side in ('ours', 'theirs')),
  official uuid,
  person uuid,
  speaker text check (char_length(speaker) between 1 and 200),
  told text check (char_length(told) between 1 and 200),
  words text not null check (char_length(words) between 1 and 1000),
  words_lang text not null default 'id' check (words_lang ~ '^[a-z]{2}(-[A-Za-z]{4})?$'),
  due_on text check (due_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  voided_on text check (voided_on ~ '^\d{4}-\d{2}-\d{2}$'),
  voided_reason text check (char_length(voided_reason) between 1 and 2000),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, activity) references agenda.activities (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id),
  foreign key (tenant, official) references reference.officials (tenant, id),
  foreign key (tenant, person) references partners.people (tenant, id),
  constraint one_voice check (num_nonnulls(official, person, speaker) = 1),
  constraint side_of_the_voice check (not (side = 'ours' and person is not null) and not (side = 'theirs' and official is not null)),
  constraint voided_with_a_reason check ((voided_on is null) = (voided_reason is null))
);
comment on table agenda.commitments is 'fact. A word given at a meeting, in the officer''s own words: by one of ours or one of the partner''s, to whom (told), until when only if that was said (due_on). relation narrows it to one of the meeting''s relations. statement is the statement it was heard in, without a key: that may be taken off. Theirs has no standing, nowhere. A wrong one is voided with its reason.';
comment on column agenda.commitments.speaker is 'personal. A name as it was typed, perhaps a private person''s.';
comment on column agenda.commitments.told is 'personal. To whom it was said, in words: a body, or perhaps a private person.';
create index commitments_of_activity on agenda.commitments (tenant, activity, position);
create index commitments_of_relation on agenda.commitments (tenant, relation) where relation is not null;

create table agenda.commitment_news (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  commitment uuid not null,
  state text not null check (state in ('done', 'running')),
  said_on text not null check (said_on ~ '^\d{4}-\d{2}-\d{2}$'),
  note text check (char_length(note) between 1 and 2000),
  file uuid,
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, commitment) references agenda.commitments (tenant, id),
  foreign key (tenant, file) references files.files (tenant, id),
  constraint done_wants_evidence check (state <> 'done' or note is not null or file is not null)
);
comment on table agenda.commitment_news is 'fact. What was heard of a commitment of ours: running, or done with a note or a file. The newest up to a day is its standing on that day; without any there is no news yet.';
create index news_of_commitment on agenda.commitment_news (tenant, commitment, said_on, id);

create table agenda.published_commitments (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  activity uuid not null,
  document jsonb,
  withdrawn_on text check (withdrawn_on ~ '^\d{4}-\d{2}-\d{2}$'),
  demonstration boolean not null,
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid not null,
  primary key (tenant, id),
  foreign key (tenant, id) references agenda.commitments (tenant, id),
  constraint shown_or_withdrawn check ((document is null) = (withdrawn_on is not null))
);
comment on table agenda.published_commitments is 'published. A commitment of ours as the world sees it, each chosen by an act of its own: words, who gave them in which office, standing, sources; where and when stand with its public activity. One that was taken back keeps the day it was, and nothing else.';
create index published_commitments_of_activity on agenda.published_commitments (activity, id);
