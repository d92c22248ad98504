-- Work and skills: cohorts of trained people by step, requests of companies, programmes abroad as known on a day.
create schema workforce;

create table workforce.standings (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  scheme text not null check (scheme ~ '^[a-z0-9]+(_[a-z0-9]+)*$' and char_length(scheme) <= 60),
  country text not null check (country ~ '^[A-Z]{2}$'),
  names jsonb check (jsonb_typeof(names) = 'object'),
  standing text not null check (standing in ('dibuka', 'dihentikan_sementara', 'diumumkan', 'ditutup', 'belum_diketahui')),
  since text not null check (since ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  source text not null check (char_length(source) between 1 and 2000),
  checked boolean not null default false,
  look_again_on text check (look_again_on ~ '^\d{4}-\d{2}-\d{2}$'),
  note text check (char_length(note) between 1 and 2000),
  relation uuid,
  voided_on text check (voided_on ~ '^\d{4}-\d{2}-\d{2}$'),
  voided_reason text check (char_length(voided_reason) between 1 and 2000),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id),
  constraint a_standing_is_voided_with_a_reason check ((voided_on is null) = (voided_reason is null))
);
comment on table workforce.standings is 'fact. What a region says of a programme abroad since a day, beside or instead of what is shipped (src/slices/workforce/schemes.ts): a row since a later day takes the place of an earlier one. names are those of a programme of the region''s own. relation: the cooperation in which the programme was spoken of. checked: somebody compared it with the source. A wrong one is voided with its reason.';
create index standings_of_relation on workforce.standings (tenant, relation);
create index standings_of_scheme on workforce.standings (tenant, scheme, since, id);

create table workforce.cohorts (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (char_length(name) between 1 and 200),
  name_lang text not null default 'id' check (name_lang in ('id', 'en', 'ja', 'ko')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  scheme text check (scheme ~ '^[a-z0-9]+(_[a-z0-9]+)*$'),
  unit uuid,
  via uuid,
  began_on text check (began_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  opinion_file uuid,
  note text check (char_length(note) between 1 and 2000),
  recorded_at timestamptz not null default clock.at(),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, unit) references reference.units (tenant, id),
  foreign key (tenant, via) references partners.partners (tenant, id),
  foreign key (tenant, opinion_file) references files.files (tenant, id)
);
comment on table workforce.cohorts is 'fact. A cohort (angkatan) of people who are trained: for which country, perhaps under which programme abroad, from which agency (unit), perhaps through whom (via, a partner). A legal opinion (opinion_file) is asked for where the programme is suspended. The region never places. slug is unique over the installation because it is a public address.';
create index cohorts_newest on workforce.cohorts (tenant, (coalesce(began_on, '')), id);

create table workforce.cohort_relations (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  cohort uuid not null,
  relation uuid not null,
  primary key (tenant, id),
  unique (tenant, cohort, relation),
  foreign key (tenant, cohort) references workforce.cohorts (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id)
);
comment on table workforce.cohort_relations is 'fact. The cooperations from which a cohort grew; its acts are told in their histories.';
create index cohorts_of_relation on workforce.cohort_relations (tenant, relation, cohort);

create table workforce.counts (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  cohort uuid not null,
  step text not null check (step in ('pelatihan', 'lulus_bahasa', 'siap', 'diserahkan', 'berangkat', 'kembali')),
  number int check (number between 0 and 1000000),
  counted_on text not null check (counted_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  body_kind text check (body_kind in ('badan_nasional', 'p3mi', 'perusahaan_sendiri')),
  body_name text check (char_length(body_name) between 1 and 200),
  licence_no text check (char_length(licence_no) between 1 and 200),
  licence_until text check (licence_until ~ '^\d{4}-\d{2}-\d{2}$'),
  reason text check (char_length(reason) between 1 and 2000),
  note text check (char_length(note) between 1 and 2000),
  file uuid,
  voided_on text check (voided_on ~ '^\d{4}-\d{2}-\d{2}$'),
  voided_reason text check (char_length(voided_reason) between 1 and 2000),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, cohort) references workforce.cohorts (tenant, id),
  foreign key (tenant, file) references files.files (tenant, id),
  constraint handed_over_to_a_body check (step <> 'diserahkan' or (body_kind is not null and body_name is not null)),
  constraint a_p3mi_has_its_licence check (body_kind is distinct from 'p3mi' or (licence_no is not null and licence_until is not null)),
  constraint a_count_is_voided_with_a_reason check ((voided_on is null) = (voided_reason is null))
);
comment on table workforce.counts is 'fact. How many of a cohort stand at a step, as counted on a day; without a number it is said that the number is not stated. The newest of each step is shown, the older ones stay. Fewer than before has its reason. Handed over (diserahkan) names the licensed body: UU 18/2017 Ps 49.';
create index counts_of_cohort on workforce.counts (tenant, cohort, step, counted_on, id);

create table workforce.costs (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  cohort uuid not null,
  item text not null check (char_length(item) between 1 and 200),
  kind text not null check (kind in ('paspor', 'skck', 'jaminan_sosial', 'tes_kesehatan', 'transportasi_lokal', 'akomodasi', 'lain')),
  payer text not null check (payer in ('pekerja', 'daerah', 'pemerintah_pusat', 'pemberi_kerja', 'badan_penempatan', 'lain')),
  amount bigint check (amount between 0 and 9007199254740991),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, cohort) references workforce.cohorts (tenant, id)
);
comment on table workforce.costs is 'fact. Who pays what for a cohort, in whole rupiah where it is known. No placement fee: UU 18/2017 Ps 30. It is a table of what others pay, not of money that passes here.';
create index costs_of_cohort on workforce.costs (tenant, cohort, id);

create table workforce.listed (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  cohort uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  step text not null check (step in ('pelatihan', 'lulus_bahasa', 'siap', 'diserahkan', 'berangkat', 'kembali')),
  consent_on text not null check (consent_on ~ '^\d{4}-\d{2}-\d{2}$'),
  may_share text[] not null default '{}',
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, cohort) references workforce.cohorts (tenant, id)
);
comment on table workforce.listed is 'fact. Names of a cohort with the day of consent and what may be shared (may_share), kept and read by the source agency alone. Never an identity number, a passport or anything medical. Each is erased by itself.';
comment on column workforce.listed.name is 'personal. Who is trained, by name.';
create index listed_of_cohort on workforce.listed (tenant, cohort, id);

create table workforce.requests (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  partner uuid,
  relation uuid,
  unit uuid,
  school text check (char_length(school) between 1 and 200),
  skill text not null check (char_length(skill) between 1 and 200),
  number int check (number between 1 and 1000000),
  needed_on text check (needed_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  filled int check (filled between 0 and 1000000),
  filled_local int check (filled_local between 0 and 1000000),
  reported_on text check (reported_on ~ '^\d{4}-\d{2}-\d{2}$'),
  gap text check (char_length(gap) between 1 and 2000),
  recorded_at timestamptz not null default clock.at(),
  search text not null default '',
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, partner) references partners.partners (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id),
  foreign key (tenant, unit) references reference.units (tenant, id),
  constraint a_report_has_its_day check (filled is null or reported_on is not null),
  constraint residents_are_among_the_filled check (filled_local is null or (filled is not null and filled_local <= filled))
);
comment on table workforce.requests is 'fact. What a company asks of schools and training centres: skill, how many, by when; what was filled, how many of them residents, and on which day the company reported it; what the teaching lacks (gap). search is kept by commands for the list.';
create index requests_newest on workforce.requests (tenant, (coalesce(needed_on, '')), id);
create index requests_of_relation on workforce.requests (tenant, relation, id);

create table workforce.figures (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  kind text not null check (kind in ('pengangguran', 'penempatan', 'penempatan_warga', 'perusahaan_terdaftar', 'perusahaan_melapor')),
  year int not null check (year between 1945 and 2200),
  value numeric(16, 2) check (value >= 0),
  unit text not null check (unit in ('persen', 'orang', 'perusahaan')),
  source text not null check (char_length(source) between 1 and 2000),
  note text check (char_length(note) between 1 and 2000),
  voided_on text check (voided_on ~ '^\d{4}-\d{2}-\d{2}$'),
  voided_reason text check (char_length(voided_reason) between 1 and 2000),
  rev int not null default 1,
  primary key (tenant, id),
  constraint a_figure_is_voided_with_a_reason check ((voided_on is null) = (voided_reason is null)),
  constraint a_share_is_at_most_all check (unit <> 'persen' or value <= 100)
);
comment on table workforce.figures is 'fact. Unemployment and absorption as context, each with its source: people are counted once, and how many companies reported stands beside a rate. Without a value it is said that the figure is not stated. A wrong one is voided with its reason.';
create index figures_newest on workforce.figures (tenant, kind, year, id);

create table workforce.published (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique,
  region_slug text not null,
  relations uuid[] not null default '{}',
  document jsonb not null,
  demonstration boolean not null,
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid not null,
  primary key (tenant, id),
  foreign key (tenant, id) references workforce.cohorts (tenant, id)
);
comment on table workforce.published is 'published. What the world sees of a cohort: its counts by step with their sources, never a name of somebody. Later edits stay inside until published again.';
create index published_cohorts_of_region on workforce.published (region_slug, id);
create index published_cohorts_of_relations on workforce.published using gin (relations);

create table workforce.withdrawn (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique,
  demonstration boolean not null,
  withdrawn_at timestamptz not null default clock_timestamp(),
  primary key (tenant, id)
);
comment on table workforce.withdrawn is 'published. Addresses of cohorts that were taken back: they answer 410 with a sentence until published again.';

create table workforce.published_overviews (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  region_slug text not null,
  document jsonb not null,
  demonstration boolean not null,
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid not null,
  primary key (tenant, id),
  constraint one_overview check (id = tenant)
);
comment on table workforce.published_overviews is 'published. What the world sees of work and skills of a region beside its cohorts: its own statements about programmes abroad, its figures with their sources, what companies asked for by skill. Its id is the region''s.';
create index published_overviews_of_region on workforce.published_overviews (region_slug);

-- What the ledger kept of a name that was erased; the chain still verifies. A name that still stands keeps it.
create function workforce.forget(gone uuid) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  here uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  n int;
begin
  delete from ledger.personal p using ledger.changes c
  where p.tenant = here and c.tenant = here and c.id = p.change and c.row_id = gone and c.table_name = 'workforce.listed'
    and not exists (select from workforce.listed l where l.tenant = here and l.id = gone);
  get diagnostics n = row_count;
  return n;
end
$$;
revoke all on function workforce.forget(uuid) from public;
