-- What a region records about its partners, and where each value comes from.
create schema partners;
create schema sources;

-- The form in which names are compared, foldForSearch of src/shared/text.ts once more: one width, lower case, Latin
-- letters without their marks. Marks of other scripts are letters of their own and stay.
create function partners.fold(words text) returns text language sql immutable parallel safe as $$
  select normalize(regexp_replace(normalize(lower(normalize(words, NFKC)), NFD), '([a-zæœøđħŋþß])[\u0300-\u036f]+', '\1', 'g'), NFKC)
$$;

create table partners.partners (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  kind text check (kind in ('foreign_local_government', 'embassy', 'institution', 'chamber', 'estate', 'company', 'university', 'domestic_region', 'central_body')),
  name text not null check (char_length(name) between 1 and 200),
  native_name text check (char_length(native_name) <= 200),
  native_lang text check (native_lang ~ '^[a-z]{2}(-[A-Za-z]{4})?$'),
  names jsonb not null default '{}',
  country text check (country ~ '^[A-Z]{2}$'),
  tier text check (char_length(tier) <= 60),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  search text generated always as (partners.fold(name || ' ' || coalesce(native_name, '') || ' ' || coalesce(names ->> 'en', '') || ' ' || coalesce(names ->> 'ja', '') || ' ' || coalesce(names ->> 'ko', ''))) stored,
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, slug)
);
comment on table partners.partners is 'fact. A partner belongs to one region. name is the Latin form on Indonesian pages, names the forms on en, ja and ko pages, native_name the form in its own script.';
create index partners_search on partners.partners using gin (tenant, search gin_trgm_ops);
create index partners_in_order on partners.partners (tenant, lower(name), id);

create table partners.aliases (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  partner uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  lang text check (lang ~ '^[a-z]{2}(-[A-Za-z]{4})?$'),
  search text generated always as (partners.fold(name)) stored,
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, partner, name),
  foreign key (tenant, partner) references partners.partners (tenant, id)
);
comment on table partners.aliases is 'fact. Other spellings under which a partner is found (Hanamatsu for Hamamatsu). search is the folded form.';
create index aliases_search on partners.aliases using gin (tenant, search gin_trgm_ops);

create table partners.same_as (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  partner uuid not null,
  same_as uuid not null,
  reason text check (char_length(reason) <= 2000),
  primary key (tenant, id),
  unique (tenant, partner),
  foreign key (tenant, partner) references partners.partners (tenant, id),
  foreign key (tenant, same_as) references partners.partners (tenant, id),
  constraint two_partners check (partner <> same_as)
);
comment on table partners.same_as is 'fact. A partner that was entered twice and the one that is kept. No key is rewritten, so removing the row undoes it.';
create index same_as_kept on partners.same_as (tenant, same_as);

create table partners.people (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  partner uuid not null,
  given_name text not null default '' check (char_length(given_name) <= 200),
  family_name text not null default '' check (char_length(family_name) <= 200),
  name_lang text check (name_lang ~ '^[a-z]{2}(-[A-Za-z]{4})?$'),
  office text not null check (office ~ '^[a-z_]+$'),
  from_on text check (from_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  to_on text check (to_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  seen_on text not null check (seen_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, partner) references partners.partners (tenant, id),
  constraint has_a_name check (given_name <> '' or family_name <> ''),
  constraint term_runs_forward check (left(from_on, least(length(from_on), length(to_on))) <= left(to_on, least(length(from_on), length(to_on))))
);
comment on table partners.people is 'fact. Who holds an office at a partner, over time. No kanji or hangul is stored for a person without a source.';
comment on column partners.people.given_name is 'public. Office holders act in public.';
comment on column partners.people.family_name is 'public. Marked on screen, because the reader may not know the order.';
create index people_of_partner on partners.people (tenant, partner);

create table partners.profile_facts (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  partner uuid not null,
  kind text not null check (kind in ('countries_worked_with', 'countries_targeted', 'visited_in_indonesia', 'note')),
  number int,
  more_than boolean not null default false,
  words text check (char_length(words) <= 2000),
  year int,
  occurred_on text not null check (occurred_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, partner) references partners.partners (tenant, id)
);
comment on table partners.profile_facts is 'fact. Dated statements about a partner ("more than 11 countries"); occurred_on is the day on which it was said.';
create index profile_facts_of_partner on partners.profile_facts (tenant, partner);

create table sources.sources (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  kind text not null check (kind in ('news', 'release', 'minutes', 'letter', 'document', 'staff')),
  outlet text check (char_length(outlet) <= 200),
  title text check (char_length(title) <= 500),
  author text check (char_length(author) <= 200),
  published_on text check (published_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  text_sha256 text check (text_sha256 ~ '^[0-9a-f]{64}$'),
  url text check (url ~ '^https?://' and char_length(url) <= 2000),
  entered_note text check (char_length(entered_note) <= 500),
  rev int not null default 1,
  primary key (tenant, id)
);
comment on table sources.sources is 'fact. Where something is known from. Demonstration data hold outlet, title, day and hash, never the text itself.';

create table sources.texts (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  body text not null check (octet_length(body) between 1 and 1048576),
  primary key (tenant, id),
  foreign key (tenant, id) references sources.sources (tenant, id)
);
comment on table sources.texts is 'fact. The text of a source as the region filed it; its id is the source''s. Only with it are exact words shown. Demonstration data hold none.';

create table sources.provenance (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  subject uuid not null,
  field text not null check (field ~ '^[a-z][a-z0-9_]*$'),
  level text not null check (level in ('reported', 'recorded', 'documented')),
  source uuid,
  span_from int,
  span_to int,
  speaker text check (char_length(speaker) <= 200),
  speaker_person uuid,
  speaker_office text check (speaker_office ~ '^[a-z_]+$'),
  occasion text check (occasion ~ '^[a-z_]+$'),
  said_on text check (said_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  summary jsonb,
  value jsonb,
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, source) references sources.sources (tenant, id),
  constraint span_runs_forward check (span_from is null or (span_from >= 0 and span_to > span_from))
);
comment on table sources.provenance is 'fact. Where one field of one record comes from, at which level, who said it and when; value holds a differing value side by side. No row means staff record. Spans are character offsets (UTF-16) into the text with the hash of its source. summary holds our own words per language.';
create index provenance_of_subject on sources.provenance (tenant, subject);
create index provenance_of_source on sources.provenance (tenant, source);

create table sources.judgements (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  subject uuid not null,
  field text not null check (field ~ '^[a-z][a-z0-9_]*$'),
  provenance uuid,
  reason text not null check (char_length(reason) between 1 and 2000),
  judged_on text not null check (judged_on ~ '^\d{4}-\d{2}-\d{2}$'),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, subject, field),
  foreign key (tenant, provenance) references sources.provenance (tenant, id)
);
comment on table sources.judgements is 'fact. Which of several differing sources about one field is followed, and why. Without provenance the value in use stays although sources differ.';
