-- Issues of a forum: what an estate, a company or a chamber raised at a meeting, until it is answered or given up.
create schema forum;

create table forum.issues (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 120),
  theme text check (theme in ('layanan_dasar', 'infrastruktur_penunjang', 'perizinan_tata_ruang', 'lingkungan', 'ketenagakerjaan_vokasi', 'csr_tjsl', 'keamanan_ketertiban', 'pajak_retribusi', 'data_pelaporan')),
  words text not null check (char_length(words) between 1 and 500),
  words_lang text not null default 'id' check (words_lang ~ '^[a-z]{2}(-[A-Za-z]{4})?$'),
  raised_on text not null check (raised_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  search text not null default '',
  rev int not null default 1,
  primary key (tenant, id)
);
comment on table forum.issues is 'fact. An issue (isu) of a forum, in the officer''s own words, with its theme. Who answers it, until when and what was answered is a follow-up: of its first point, or of this row where no meeting gave it. search is its words folded.';
create index issues_newest on forum.issues (tenant, raised_on desc, id desc);

create table forum.issue_relations (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  issue uuid not null,
  relation uuid not null,
  primary key (tenant, id),
  unique (tenant, issue, relation),
  foreign key (tenant, issue) references forum.issues (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id)
);
comment on table forum.issue_relations is 'fact. Whose issue it is: one cooperation or several.';
create index issues_of_relation on forum.issue_relations (tenant, relation, issue);

create table forum.issue_points (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  issue uuid not null,
  point uuid not null,
  primary key (tenant, id),
  constraint one_issue_of_a_point unique (tenant, point),
  foreign key (tenant, issue) references forum.issues (tenant, id)
);
comment on table forum.issue_points is 'fact. The points discussed (agenda.topics) that an issue came up in; the first by id gave it. point has no key: it may be taken off its meeting.';
create index points_of_issue on forum.issue_points (tenant, issue, id);

create table forum.issue_evidence (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  issue uuid not null,
  words text check (char_length(words) between 1 and 2000),
  file uuid,
  seen_on text not null check (seen_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, issue) references forum.issues (tenant, id),
  foreign key (tenant, file) references files.files (tenant, id),
  constraint shows_something check (words is not null or file is not null)
);
comment on table forum.issue_evidence is 'fact. What shows that an answer is kept: a photograph, a decree, a record, in words or as a file, with the day it shows.';
comment on column forum.issue_evidence.words is 'personal. As it was typed, perhaps with a private person''s name.';
create index evidence_of_issue on forum.issue_evidence (tenant, issue, seen_on, id);

create table forum.issue_decisions (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  issue uuid not null,
  outcome text not null check (outcome in ('selesai', 'dilanjutkan', 'tidak_dilanjutkan', 'dibuka_kembali')),
  reason text check (char_length(reason) between 1 and 2000),
  decided_on text not null check (decided_on ~ '^\d{4}-\d{2}-\d{2}$'),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, issue) references forum.issues (tenant, id),
  constraint given_up_with_a_reason check (outcome <> 'tidak_dilanjutkan' or reason is not null)
);
comment on table forum.issue_decisions is 'fact. What was decided of an issue: closed, continued at the next forum, not continued (with its reason), opened again. The newest up to a day is the one that stands on it.';
create index decisions_of_issue on forum.issue_decisions (tenant, issue, decided_on, id);

create table forum.strategic_links (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  issue uuid,
  relation uuid,
  kind text not null check (kind in ('rpjmd', 'rkpd', 'visi')),
  code text check (char_length(code) between 1 and 60),
  words text not null check (char_length(words) between 1 and 500),
  source_words text check (char_length(source_words) between 1 and 300),
  position int not null check (position between 1 and 50),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, issue) references forum.issues (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id),
  constraint of_one_record check (num_nonnulls(issue, relation) = 1)
);
comment on table forum.strategic_links is 'fact. Which strategic programme of the region (RPJMD, RKPD) or which part of its vision an issue or a cooperation supports, in words, with its code where there is one. source_words names the document; what a story tells has provenance besides.';
create index strategic_of_issue on forum.strategic_links (tenant, issue) where issue is not null;
create index strategic_of_relation on forum.strategic_links (tenant, relation) where relation is not null;

create table forum.agreements (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  relation uuid not null,
  type text not null default 'ksdpk' check (type = 'ksdpk'),
  opened_on text not null check (opened_on ~ '^\d{4}-\d{2}-\d{2}$'),
  closed_on text check (closed_on ~ '^\d{4}-\d{2}-\d{2}$'),
  closed_reason text check (char_length(closed_reason) between 1 and 2000),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id),
  constraint closed_with_a_reason check ((closed_on is null) = (closed_reason is null))
);
comment on table forum.agreements is 'fact. A process of cooperation with a third party (KSDPK) that issues of a forum opened: the record of it. Its steps come with its procedure. One that was opened wrongly is closed with its reason.';
create unique index one_open_agreement on forum.agreements (tenant, relation) where closed_on is null;

create table forum.agreement_issues (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  agreement uuid not null,
  issue uuid not null,
  primary key (tenant, id),
  unique (tenant, agreement, issue),
  foreign key (tenant, agreement) references forum.agreements (tenant, id),
  foreign key (tenant, issue) references forum.issues (tenant, id)
);
comment on table forum.agreement_issues is 'fact. The issues that a process of cooperation came from.';
create index agreements_of_issue on forum.agreement_issues (tenant, issue);

create table forum.published (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique,
  region_slug text not null,
  relations uuid[] not null default '{}',
  raised_on text not null,
  document jsonb,
  withdrawn_on text check (withdrawn_on ~ '^\d{4}-\d{2}-\d{2}$'),
  demonstration boolean not null,
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid not null,
  primary key (tenant, id),
  foreign key (tenant, id) references forum.issues (tenant, id),
  constraint shown_or_withdrawn check ((document is null) = (withdrawn_on is not null))
);
comment on table forum.published is 'published. An issue as the world sees it, each by an act of its own: words, theme, standing, meetings that are public; owner, promised day and answer only where chosen; evidence and lateness never. One that was taken back keeps its address and the day, and nothing else.';
create index published_of_region on forum.published (region_slug, raised_on desc, id desc) where document is not null;
create index published_of_relations on forum.published using gin (relations) where document is not null;
