-- The partner's page by link: which parts of a relation somebody without account sees, and what she says of them.
create schema sharing;

create table sharing.pages (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  relation uuid not null,
  partner uuid not null,
  link uuid not null,
  parts text[] not null check (cardinality(parts) between 1 and 20),
  shared_on text not null check (shared_on ~ '^\d{4}-\d{2}-\d{2}$'),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, link),
  foreign key (tenant, relation) references relations.relations (tenant, id),
  foreign key (tenant, link) references links.links (tenant, id)
);
comment on table sharing.pages is 'fact. A relation''s page as it was handed to a partner by one link: the parts that it shows. What the parts say is read from the record when the page is opened.';
comment on column sharing.pages.partner is 'To whom it was handed: it opens only while the relation is with this one. No foreign key: a partner entered with its naming goes when that is undone, and comes back when that is undone; the page remembers who it was.';
create index pages_of_relation on sharing.pages (tenant, relation, id);

create table sharing.answers (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  page uuid not null,
  relation uuid not null,
  position int not null check (position between 1 and 1000),
  said text not null check (said in ('benar', 'perbaikan', 'usulan')),
  part text check (part ~ '^[a-z_]{1,40}$'),
  seen text check (seen ~ '^[0-9a-f]{16}$'),
  changed boolean not null default false,
  title text check (char_length(title) between 1 and 200),
  words text check (char_length(words) between 1 and 4000),
  words_lang text not null default 'id' check (words_lang in ('id', 'en', 'ja', 'ko')),
  field text check (char_length(field) between 1 and 200),
  name text check (char_length(name) between 1 and 200),
  role text check (char_length(role) between 1 and 200),
  file uuid,
  answered_on text not null check (answered_on ~ '^\d{4}-\d{2}-\d{2}$'),
  answered_at timestamptz not null default transaction_timestamp(),
  state text not null default 'baru' check (state in ('baru', 'ditindaklanjuti', 'dicatat', 'tidak_dipakai')),
  settled_on text check (settled_on ~ '^\d{4}-\d{2}-\d{2}$'),
  reason text check (char_length(reason) between 1 and 2000),
  follow_up uuid,
  rev int not null default 1,
  primary key (tenant, id),
  constraint one_number_per_relation unique (tenant, relation, position),
  foreign key (tenant, page) references sharing.pages (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id),
  foreign key (tenant, file) references files.files (tenant, id),
  foreign key (tenant, follow_up) references followup.follow_ups (tenant, id),
  constraint of_a_part_or_a_proposal check ((said = 'usulan') = (part is null) and (part is null) = (seen is null)),
  constraint only_proposals_have_more check (said = 'usulan' or num_nonnulls(title, field, file) = 0),
  constraint settled_on_a_day check ((state = 'baru') = (settled_on is null)),
  constraint a_reason_to_leave_out check (reason is null or state = 'tidak_dipakai'),
  constraint followed_by_a_task check ((state = 'ditindaklanjuti') = (follow_up is not null))
);
comment on table sharing.answers is 'fact. What a partner said by link: that a part is right (benar), what is wrong with it (perbaikan), or what it proposes (usulan). seen is the digest of the part as it stood on the page it was said of; changed: the part had changed before that was sent. It changes nothing in the record: an officer settles it (state). position is the number of its receipt. What may name a person may become null when she is erased.';
comment on column sharing.answers.title is 'personal. Free text.';
comment on column sharing.answers.words is 'personal. Free text, in which private people may be named.';
comment on column sharing.answers.field is 'personal. A field of cooperation in the writer''s words.';
comment on column sharing.answers.name is 'personal. Who wrote it, as it was typed.';
comment on column sharing.answers.role is 'personal. In which office, as it was typed.';
comment on column sharing.answers.reason is 'personal. Why it is not used, in the officer''s words.';
create index answers_of_page on sharing.answers (tenant, page, id);
create index answers_waiting on sharing.answers (tenant, id) where state = 'baru';
