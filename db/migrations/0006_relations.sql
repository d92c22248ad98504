-- The heart: one relation per region and partner, its processes, steps and fields, and what of it is published.
create schema oversight;
create schema relations;

create table oversight.register (
  tenant uuid not null,
  id uuid not null,
  province text not null check (province ~ '^[0-9]{2}$'),
  region_code text not null,
  region_name text not null,
  partner_name text not null,
  country text,
  kind text,
  status text not null check (status in ('none', 'exploring', 'in_process', 'signed_incomplete', 'in_force', 'ending_soon', 'ended', 'not_continued')),
  stage text,
  sectors text[] not null default '{}',
  soon_on date not null default 'infinity',
  ends_on date not null default 'infinity',
  after_end text check (after_end in ('none', 'exploring', 'in_process', 'signed_incomplete', 'in_force', 'ending_soon', 'ended', 'not_continued')),
  last_activity_on text,
  demonstration boolean not null default false,
  kept_at timestamptz not null default clock_timestamp(),
  primary key (tenant, id)
);
comment on table oversight.register is 'derived. The one line per relation that province and ministry may read across regions (principle 7): never drafts or notes. Kept by the commands of relations. status holds while its texts run: from soon_on in_force reads ending_soon, after ends_on the line reads after_end.';
create index register_of_province on oversight.register (province, status, ends_on, id);
create index register_by_stage on oversight.register (province, stage, ends_on, id);
create index register_by_id on oversight.register (id); -- where a page goes on
create index register_by_status on oversight.register (status, ends_on, id);

create table relations.relations (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  partner uuid,
  label text check (char_length(label) between 1 and 200),
  cooperation_type text check (cooperation_type in ('ksdpl', 'ksdll', 'ksdd', 'ksdpk', 'sinergi', 'none')),
  purpose text check (char_length(purpose) <= 20000),
  began_on text check (began_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  not_continued_on text check (not_continued_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  not_continued_reason text check (char_length(not_continued_reason) between 1 and 2000),
  last_on text check (last_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  search text not null default '',
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, partner) references partners.partners (tenant, id),
  constraint partner_or_label check (partner is not null or label is not null)
);
comment on table relations.relations is 'fact. Region × partner, the page everything hangs on. Without a known partner it has a label. slug is unique over the installation because it is a public address. search and last_on are kept by commands for the list.';
create unique index one_relation_per_partner on relations.relations (tenant, partner) where partner is not null;
create index relations_newest on relations.relations (tenant, (coalesce(last_on, '')), id); -- read backwards: newest first
create index relations_search on relations.relations using gin (tenant, search gin_trgm_ops);

create table relations.processes (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  relation uuid not null,
  procedure text not null check (procedure in ('foreign-2018')),
  provisional boolean not null default false,
  began_on text not null check (began_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  initiator text check (initiator in ('region', 'partner', 'third_party')),
  referral text check (referral in ('diaspora')),
  closed_on text check (closed_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id)
);
comment on table relations.processes is 'fact. One run of a procedure; it keeps the version of the law it began under. provisional while the type of cooperation is not yet set.';
create index processes_of_relation on relations.processes (tenant, relation);

create table relations.steps (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  process uuid not null,
  step text not null check (step ~ '^[a-z_]+$'),
  round int not null default 1 check (round > 0),
  holder text not null check (holder ~ '^[a-z_]+$'),
  state text not null check (state in ('running', 'waiting', 'returned', 'refused', 'done')),
  occurred_on text not null check (occurred_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  from_on text check (from_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  to_on text check (to_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  clock jsonb,
  note text check (char_length(note) <= 20000),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, process, step, holder, round),
  constraint waits_forward check (left(from_on, least(length(from_on), length(to_on))) <= left(to_on, least(length(from_on), length(to_on)))),
  foreign key (tenant, process) references relations.processes (tenant, id)
);
comment on table relations.steps is 'fact. What happened at a legal step, in which round, with which holder; from_on and to_on are the days on which it went to the holder and came back. clock keeps the arithmetic of a clock that has ended, so that a holiday added later does not move it. Whether a step is documented follows from relations.documents.';

create table relations.fields (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  relation uuid not null,
  position int not null check (position between 1 and 200),
  sector text check (sector ~ '^[a-z_]+$'),
  name text check (char_length(name) between 1 and 200),
  standing text not null default 'ditawarkan' check (standing in ('ditawarkan', 'diterima', 'dalam_naskah', 'berjalan', 'selesai', 'tidak_dilanjutkan')),
  affair uuid,
  object text check (object in ('a', 'b', 'c', 'd', 'e')),
  occurred_on text not null check (occurred_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id),
  foreign key (tenant, affair) references reference.affairs (tenant, id)
);
comment on column relations.fields.object is 'The object of cooperation it serves, a to e of PP 28/2018 Ps 23(2).';
comment on table relations.fields is 'fact. Fields of cooperation (bidang). A field that was counted but never named has neither sector nor name; it is shown as not named, never invented.';
create index fields_of_relation on relations.fields (tenant, relation, position);

create table relations.standings (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  field uuid not null,
  standing text not null check (standing in ('ditawarkan', 'diterima', 'dalam_naskah', 'berjalan', 'selesai', 'tidak_dilanjutkan')),
  occurred_on text not null check (occurred_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  primary key (tenant, id),
  foreign key (tenant, field) references relations.fields (tenant, id)
);
comment on table relations.standings is 'fact. How far a field of cooperation came, on which day: one row per change, ordered by id within a day. relations.fields.standing is the newest of them.';
create index standings_of_field on relations.standings (tenant, field, id);

create table relations.published (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique,
  region_slug text not null,
  title text not null,
  parts text[] not null default '{}',
  document jsonb not null,
  demonstration boolean not null,
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid not null,
  primary key (tenant, id),
  foreign key (tenant, id) references relations.relations (tenant, id)
);
comment on column relations.published.parts is 'Which parts of the page were chosen; publishing again begins with the same.';
comment on table relations.published is 'published. What the world sees of a relation: the values chosen at publication, with their sources. Later edits stay inside until published again.';
create index published_relations_of_region on relations.published (region_slug, title, slug);

create table relations.withdrawn (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique,
  demonstration boolean not null,
  withdrawn_at timestamptz not null default clock_timestamp(),
  primary key (tenant, id)
);
comment on table relations.withdrawn is 'published. Addresses that once showed a relation and do not any more: they answer 410 with a sentence.';

-- ── what a process rests on ───────────────────────────────────────────────────────────────────────────────────────

create table relations.documents (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  relation uuid not null,
  process uuid,
  step text check (step ~ '^[a-z_]+$'),
  round int not null default 1 check (round > 0),
  kind text not null check (kind ~ '^[a-z_]+$'),
  file uuid,
  seen_at text check (char_length(seen_at) between 1 and 200),
  number text check (char_length(number) <= 200),
  issuer text check (char_length(issuer) <= 200),
  dated_on text check (dated_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  received_on text check (received_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  outcome text check (outcome in ('agreed', 'returned', 'refused')),
  lang text check (lang ~ '^[a-z]{2}(-[A-Za-z]{4})?$'),
  articles int check (articles between 1 and 500),
  note text check (char_length(note) <= 20000),
  filed_on text not null check (filed_on ~ '^\d{4}-\d{2}-\d{2}$'),
  voided_on text check (voided_on ~ '^\d{4}-\d{2}-\d{2}$'),
  voided_reason text check (char_length(voided_reason) between 1 and 2000),
  corrected_reason text check (char_length(corrected_reason) between 1 and 2000),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id),
  foreign key (tenant, process) references relations.processes (tenant, id),
  foreign key (tenant, file) references files.files (tenant, id),
  constraint a_file_or_a_place check (file is not null or seen_at is not null),
  constraint voided_with_a_reason check ((voided_on is null) = (voided_reason is null))
);
comment on table relations.documents is 'fact. A paper that meets a requirement: a file, or seen on paper and where. Letters of outside bodies stand here with their number, days and outcome. articles counts the articles of a text in lang. dated_on is the day that counts for "as of"; filed_on when it is not known.';
create index documents_of_relation on relations.documents (tenant, relation, kind);
create index documents_of_process on relations.documents (tenant, process, step, round);

create table relations.texts (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  relation uuid not null,
  process uuid,
  document uuid,
  kind text not null check (kind in ('loi', 'rencana', 'mou', 'arrangement', 'agreement', 'addendum', 'renewal')),
  title text not null check (char_length(title) between 1 and 200),
  number_ours text check (char_length(number_ours) <= 200),
  number_theirs text check (char_length(number_theirs) <= 200),
  signed_on text check (signed_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  signed_at text check (char_length(signed_at) <= 200),
  begins_on text check (begins_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  term_months int check (term_months between 1 and 1200),
  ends_on text check (ends_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  is_open_ended boolean not null default false,
  terminated_on text check (terminated_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  original_at text check (char_length(original_at) <= 200),
  certified_copy_on text check (certified_copy_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  target_mou_on text check (target_mou_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  replaces uuid,
  imported boolean not null default false,
  voided_on text check (voided_on ~ '^\d{4}-\d{2}-\d{2}$'),
  voided_reason text check (char_length(voided_reason) between 1 and 2000),
  corrected_reason text check (char_length(corrected_reason) between 1 and 2000),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id),
  foreign key (tenant, process) references relations.processes (tenant, id),
  foreign key (tenant, document) references relations.documents (tenant, id),
  foreign key (tenant, replaces) references relations.texts (tenant, id),
  constraint term_runs_forward check (left(begins_on, least(length(begins_on), length(ends_on))) <= left(ends_on, least(length(begins_on), length(ends_on)))),
  constraint voided_with_a_reason check ((voided_on is null) = (voided_reason is null))
);
comment on table relations.texts is 'fact. A text (naskah) of a relation with both numbers, its days and where the original lies. It counts as signed only with its document: a file, or seen on paper. A term is asked, never assumed. imported: an old text entered as it stands, whose requirements are not asked again.';
create index texts_of_relation on relations.texts (tenant, relation, kind);

create table relations.signatories (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  text uuid not null,
  side text not null check (side in ('region', 'partner')),
  position int not null default 1,
  official uuid,
  person uuid,
  name text check (char_length(name) <= 200),
  office text check (char_length(office) <= 200),
  capacity text check (capacity in ('definitif', 'pj', 'plt', 'plh')),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, text) references relations.texts (tenant, id),
  foreign key (tenant, official) references reference.officials (tenant, id),
  foreign key (tenant, person) references partners.people (tenant, id),
  constraint somebody check (official is not null or person is not null or name is not null)
);
comment on table relations.signatories is 'fact. Who signed a text, for which side, in which capacity on that day.';
comment on column relations.signatories.name is 'public. Signatories act in public.';
create index signatories_of_text on relations.signatories (tenant, text, position);

create table relations.plans (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  process uuid not null,
  subjek text check (char_length(subjek) <= 20000),
  latar_belakang text check (char_length(latar_belakang) <= 20000),
  maksud_tujuan text check (char_length(maksud_tujuan) <= 20000),
  objek text check (char_length(objek) <= 20000),
  ruang_lingkup text check (char_length(ruang_lingkup) <= 20000),
  pembiayaan text check (char_length(pembiayaan) <= 20000),
  jangka_waktu text check (char_length(jangka_waktu) <= 20000),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, process),
  foreign key (tenant, process) references relations.processes (tenant, id)
);
comment on table relations.plans is 'fact. The cooperation plan of a process with its seven elements (PP 28/2018 Ps 30(3)).';

create table relations.eligibility (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  process uuid not null,
  item text not null check (item in ('e1', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9', 'e10')),
  answer text not null check (answer in ('met', 'not_met', 'not_applicable')),
  note text check (char_length(note) <= 2000),
  answered_on text not null check (answered_on ~ '^\d{4}-\d{2}-\d{2}$'),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, process, item),
  foreign key (tenant, process) references relations.processes (tenant, id)
);
comment on table relations.eligibility is 'fact. The rows of the exploration report: what PP 28/2018 Ps 26 and 27 ask of a foreign cooperation, answered. E2 is answered by the fields'' affairs.';

-- A relation as lists and pages show it, with partner, processes (newest first, each with its steps and what is on file)
-- and signed texts as JSON, so that 25 of them are one trip. A text is signed by its document only; a voided one is no
-- text. A merged partner is read as the one that is kept: by `case`, because under row policies PostgreSQL takes
-- coalesce() for something that may leak and would read all partners of the region for each row. security_invoker: the
-- row policies of the reader hold, not those of the view's owner.
create view relations.sheets with (security_invoker = true) as
select
  r.id, r.slug, r.label, r.cooperation_type as "cooperationType", r.purpose, r.began_on as "beganOn",
  r.not_continued_on as "notContinuedOn", r.last_on as "lastOn", r.search, r.rev,
  case when p.id is null then null else json_build_object('id', p.id, 'slug', p.slug, 'kind', p.kind, 'name', p.name,
    'names', p.names, 'nativeName', p.native_name, 'nativeLang', p.native_lang, 'country', p.country) end as partner,
  (select coalesce(json_agg(json_build_object('id', c.id, 'procedure', c.procedure, 'provisional', c.provisional,
     'beganOn', c.began_on, 'closedOn', c.closed_on, 'initiator', c.initiator, 'referral', c.referral,
     'steps', (select json_strip_nulls(coalesce(json_agg(json_build_object('step', s.step, 'round', s.round, 'holder', s.holder,
         'state', s.state, 'occurredOn', s.occurred_on, 'fromOn', s.from_on, 'toOn', s.to_on) order by s.occurred_on, s.id), '[]'))
       from relations.steps s where s.tenant = c.tenant and s.process = c.id),
     'documents', (select json_strip_nulls(coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'step', d.step, 'round', d.round,
         'outcome', d.outcome, 'on', coalesce(d.dated_on, d.received_on, d.filed_on), 'lang', d.lang, 'articles', d.articles) order by d.id), '[]'))
       from relations.documents d where d.tenant = c.tenant and d.process = c.id and d.step is not null and d.voided_on is null))
     order by c.began_on desc, c.id desc), '[]')
   from relations.processes c where c.tenant = r.tenant and c.relation = r.id) as processes,
  (select json_strip_nulls(coalesce(json_agg(json_build_object('id', t.id, 'kind', t.kind, 'process', t.process, 'imported', t.imported,
     'signedOn', coalesce(t.signed_on, d.dated_on, d.received_on, d.filed_on), 'beginsOn', t.begins_on, 'endsOn', t.ends_on,
     'termMonths', t.term_months, 'isOpenEnded', t.is_open_ended, 'terminatedOn', t.terminated_on, 'replaces', t.replaces) order by t.id), '[]'))
   from relations.texts t join relations.documents d on d.tenant = t.tenant and d.id = t.document
   where t.tenant = r.tenant and t.relation = r.id and t.kind in ('mou', 'arrangement', 'agreement', 'renewal')
     and t.voided_on is null and d.voided_on is null) as texts,
  exists (select from relations.published u where u.tenant = r.tenant and u.id = r.id) as published
from relations.relations r
  left join partners.same_as m on m.tenant = r.tenant and m.partner = r.partner
  left join partners.partners p on p.tenant = r.tenant and p.id = case when m.same_as is null then r.partner else m.same_as end;

-- The one read of every page in one call: who stands behind the session, and the relation under her region's policies.
-- plpgsql plans the select when it first runs, with the region entered; planned before, PostgreSQL would take the region
-- for empty and read all of it (3 ms instead of 0.1).
create function relations.read_entered(session_hash bytea, relation uuid) returns table (who json, answer json) language plpgsql as $$
begin
  who := identity.enter(session_hash);
  if who is null then return; end if;
  select to_json(s.*) into answer from relations.sheets s where s.id = relation;
  return next;
end
$$;
revoke all on function relations.read_entered(bytea, uuid) from public;

-- What a line reads on a day, as the register's comment says.
create function oversight.status_on(line oversight.register, today date) returns text language sql stable as $$
  select case when line.ends_on < today then coalesce(line.after_end, line.status)
    when line.status = 'in_force' and line.soon_on <= today then 'ending_soon' else line.status end
$$;

-- A page of the register in one call: who stands behind the session, and the lines of her province under the policy of
-- jembatan_oversight, what ends first at the top. `visit` is a demonstration visitor's instant. The answer is the JSON text
-- that goes out, because nothing is left for the application to do with it. The list by stage and field stands apart:
-- its plan can only walk register_by_stage, whatever the values.
create function oversight.list_entered(session_hash bytea, visit text, of_status text, of_stage text, of_sector text, after uuid, most int)
returns table (who json, answer text) language plpgsql as $$
declare
  today date;
  from_on date := '-infinity';
  from_id uuid := '00000000-0000-0000-0000-000000000000';
  lines oversight.register[];
begin
  who := identity.enter(session_hash);
  if who is null then return; end if;
  perform set_config('app.province', who ->> 'province', true), set_config('app.at', coalesce(visit, ''), true);
  today := (clock.at() at time zone 'UTC' + make_interval(hours => case who ->> 'zone' when 'WIB' then 7 when 'WITA' then 8 else 9 end))::date;
  if after is not null then
    select r.ends_on, r.id into from_on, from_id from oversight.register r where r.id = after;
  end if;
  if of_stage is not null and of_sector is not null and of_status is null then
    lines := array(select r from oversight.register r
      where r.stage = of_stage and of_sector = any(r.sectors) and (r.ends_on, r.id) > (from_on, from_id)
      order by r.ends_on, r.id limit most + 1);
  else
    lines := array(select r from oversight.register r
      where (of_status is null or oversight.status_on(r, today) = of_status) and (of_stage is null or r.stage = of_stage)
        and (of_sector is null or of_sector = any(r.sectors)) and (r.ends_on, r.id) > (from_on, from_id)
      order by r.ends_on, r.id limit most + 1);
  end if;
  select '{"rows":' || coalesce(json_agg(json_build_object('id', (r).id, 'regionCode', (r).region_code, 'regionName', (r).region_name,
      'partnerName', (r).partner_name, 'country', (r).country, 'kind', (r).kind, 'status', oversight.status_on(r, today), 'stage', (r).stage,
      'lastActivityOn', (r).last_activity_on, 'endsOn', nullif((r).ends_on, 'infinity')) order by n) filter (where n <= most), '[]')::text
    || case when count(*) > most then ',"next":"' || (array_agg((r).id) filter (where n = most))[1] || '"' else '' end || '}'
  into answer from (select lines[n] as r, n from generate_subscripts(lines, 1) n) x;
  return next;
end
$$;
revoke all on function oversight.list_entered(bytea, text, text, text, text, uuid, int) from public;
