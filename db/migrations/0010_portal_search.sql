-- The portal of a region is searched and filtered. Publishing fills `search` from the document it has just written, so
-- that no word is found that cannot be read; copies made before are found by nothing until they are published again.
alter table relations.published
  add column search text not null default '',
  add column partner_slug text generated always as (document -> 'partner' ->> 'slug') stored,
  add column country text generated always as (document -> 'partner' ->> 'country') stored;
comment on column relations.published.search is 'What a reader finds the relation by: words of the published document in every script, folded as partners.fold does; names first.';
create index published_relations_search on relations.published using gin (region_slug, search gin_trgm_ops);
create index published_relations_of_partner on relations.published (region_slug, partner_slug);

alter table agenda.published add column search text not null default '';
comment on column agenda.published.search is 'What a reader finds the activity by: words of the published document in every script, folded as partners.fold does; titles first.';
create index published_activities_search on agenda.published using gin (region_slug, search gin_trgm_ops);
