-- Who of the region has a follow-up, what was answered to it, and that it stays one thing when it is handed over.
alter table followup.follow_ups add column member uuid;
alter table followup.follow_ups add constraint follow_ups_member_fkey foreign key (tenant, member) references identity.memberships (tenant, id);
alter table followup.follow_ups add column state text check (state in ('running', 'stuck'));
alter table followup.follow_ups add column root uuid;
alter table followup.follow_ups add constraint follow_ups_root_fkey foreign key (tenant, root) references followup.follow_ups (tenant, id);
comment on column followup.follow_ups.member is 'The person of the region who has it; unit is the agency, owner a name as it was typed.';
comment on column followup.follow_ups.state is 'What was last said of it while it is open: it runs, or something is in the way. Null: nobody said anything since it was given.';
comment on column followup.follow_ups.root is 'The first row of what was handed over or moved since; null for that row itself. Answers are told of all its rows.';
create index follow_ups_of_root on followup.follow_ups (tenant, root) where root is not null;
create index follow_ups_of_member on followup.follow_ups (tenant, member) where ended_on is null and member is not null;
create index follow_ups_of_unit on followup.follow_ups (tenant, unit) where unit is not null;
create index follow_ups_ended on followup.follow_ups (tenant, ended_on desc, id desc) where ended_on is not null;

create table followup.answers (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  follow_up uuid not null,
  position int not null,
  said text not null check (said in ('done', 'running', 'stuck')),
  note text check (char_length(note) between 1 and 2000),
  note_lang text not null default 'id' check (note_lang in ('id', 'en', 'ja', 'ko')),
  file uuid,
  link uuid,
  member uuid,
  answered_on text not null check (answered_on ~ '^\d{4}-\d{2}-\d{2}$'),
  answered_at timestamptz not null default transaction_timestamp(),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, follow_up, position),
  foreign key (tenant, follow_up) references followup.follow_ups (tenant, id),
  foreign key (tenant, file) references files.files (tenant, id),
  foreign key (tenant, link) references links.links (tenant, id),
  foreign key (tenant, member) references identity.memberships (tenant, id),
  constraint by_link_or_member check ((link is null) <> (member is null))
);
comment on table followup.answers is 'fact. What was answered to a follow-up, in its order: done, running or stuck, with a note and a file, by whoever holds a link or by a member of the region. It says so and closes nothing.';
comment on column followup.answers.note is 'personal. What was written with the answer, perhaps with a private person''s name.';
