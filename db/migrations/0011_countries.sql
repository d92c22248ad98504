-- What a region records about a country: figures and statements with source and day, and what of them is public.
-- The history of a country hangs on an id made of its two letters (subjectOfCountry), since a country has no row.
create table partners.country_facts (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  kind text not null check (kind in ('residents', 'companies', 'investment', 'trade', 'absorption', 'standing', 'potential', 'market', 'note')),
  number bigint check (number between 0 and 9007199254740991),
  more_than boolean not null default false,
  unit text check (unit ~ '^[a-zA-Z_]{3,20}$'),
  words text check (char_length(words) between 1 and 2000),
  words_lang text not null default 'id' check (words_lang in ('id', 'en', 'ja', 'ko')),
  occurred_on text not null check (occurred_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  voided_on text check (voided_on ~ '^\d{4}-\d{2}-\d{2}$'),
  voided_reason text check (char_length(voided_reason) between 1 and 2000),
  rev int not null default 1,
  primary key (tenant, id),
  constraint says_something check (number is not null or words is not null),
  constraint a_figure_has_its_unit check ((number is null) = (unit is null)),
  constraint voided_with_a_reason check ((voided_on is null) = (voided_reason is null))
);
comment on table partners.country_facts is 'fact. Dated statements about a country as seen from the region: residents, companies, investment, standing of fields. Without a number the words say so; nothing is estimated. occurred_on is the day on which it was said or counted. A wrong one is voided with its reason.';
create index country_facts_of_country on partners.country_facts (tenant, country, occurred_on desc, id);

create table partners.published_countries (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  region_slug text not null,
  document jsonb not null,
  demonstration boolean not null,
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid not null,
  primary key (tenant, id),
  unique (tenant, country)
);
comment on table partners.published_countries is 'published. What the world sees of the statements about a country: the values chosen at publication, with their sources. Later edits stay inside until published again; what is voided leaves at once.';

create table partners.withdrawn_countries (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  region_slug text not null,
  demonstration boolean not null,
  withdrawn_at timestamptz not null default clock_timestamp(),
  primary key (tenant, id),
  unique (tenant, country)
);
comment on table partners.withdrawn_countries is 'published. Country pages that were taken back: they answer 410 with a sentence until published again.';
create index published_countries_of_region on partners.published_countries (region_slug, country);
create index withdrawn_countries_of_region on partners.withdrawn_countries (region_slug, country);
