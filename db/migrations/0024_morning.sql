-- The morning: silence as stretches of days, kept with every act; what each person wants to be told, and what was told.

-- ── silence (domain D-09, inside only) ────────────────────────────────────────────────────────────────────────────

create function relations.first_day(partial text) returns date language sql stable as
  $$ select rpad(partial, 10, '-01-01')::date $$;
create function relations.last_day(partial text) returns date language sql stable as $$
  select case length(partial) when 4 then (partial || '-12-31')::date
    when 7 then ((partial || '-01')::date + interval '1 month - 1 day')::date else partial::date end
$$;

-- Every day on which something is known of a relation. what: began · noted (the newest, kept by commands) · import · step · paper · text · activity · letter ·
-- follow_up · end. Nothing of it is granted to anybody: it is read by the functions below.
create view relations.news with (security_invoker = true) as
select r.tenant, r.id as relation, relations.first_day(r.began_on) as day, 'began' as what from relations.relations r where r.began_on is not null
union all
select r.tenant, r.id, relations.first_day(r.last_on), 'noted' from relations.relations r where r.last_on is not null
union all
select r.tenant, r.id, relations.first_day(r.not_continued_on), 'end' from relations.relations r where r.not_continued_on is not null
union all
select c.tenant, c.relation, relations.first_day(c.began_on), 'began' from relations.processes c
union all
select c.tenant, c.relation, relations.first_day(c.closed_on), 'end' from relations.processes c where c.closed_on is not null
union all
select c.tenant, c.relation, relations.first_day(x.day), 'step' from relations.processes c
  join relations.steps s on s.tenant = c.tenant and s.process = c.id
  cross join lateral (values (s.occurred_on), (s.from_on), (s.to_on)) x(day) where x.day is not null
union all
select d.tenant, d.relation, relations.first_day(coalesce(d.dated_on, d.received_on, d.filed_on)),
  case when exists (select from relations.texts t where t.tenant = d.tenant and t.relation = d.relation and t.document = d.id and t.imported)
    then 'import' else 'paper' end
from relations.documents d where d.voided_on is null
union all
select t.tenant, t.relation, relations.first_day(x.day), case when t.imported then 'import' else 'text' end from relations.texts t
  cross join lateral (values (t.signed_on), (t.terminated_on)) x(day) where t.voided_on is null and x.day is not null
union all
select l.tenant, l.relation, relations.first_day(a.occurred_on), 'activity' from agenda.activity_relations l
  join agenda.activities a on a.tenant = l.tenant and a.id = l.activity where a.voided_on is null
union all
select l.tenant, l.relation, l.sent_on::date, 'letter' from letters.letters l where l.state = 'sent'
union all
select f.tenant, f.subject, f.from_on::date, 'follow_up' from followup.follow_ups f
union all
select l.tenant, l.relation, f.from_on::date, 'follow_up' from agenda.activity_relations l
  join followup.follow_ups f on f.tenant = l.tenant and f.subject = l.activity;

-- Signed texts with the first day on which each is over: run out, ended, or gave way to one that replaces it.
create view relations.signed_spans with (security_invoker = true) as
select t.tenant, t.relation, t.id, t.process, t.imported, s.signed, e.ends,
  least(e.ends + 1, relations.first_day(t.terminated_on), o.began) as over
from relations.texts t
  join relations.documents d on d.tenant = t.tenant and d.id = t.document and d.voided_on is null
  cross join lateral (select relations.first_day(coalesce(t.signed_on, d.dated_on, d.received_on, d.filed_on)) as signed) s
  cross join lateral (select case when t.ends_on is not null then relations.last_day(t.ends_on)
    when t.term_months is not null then (coalesce(relations.first_day(t.begins_on), s.signed) + make_interval(months => t.term_months))::date - 1
    else 'infinity' end as ends) e
  left join lateral (select min(relations.first_day(coalesce(o.begins_on, o.signed_on, od.dated_on, od.received_on, od.filed_on))) as began
    from relations.texts o join relations.documents od on od.tenant = o.tenant and od.id = o.document and od.voided_on is null
    where o.tenant = t.tenant and o.relation = t.relation and o.replaces = t.id and o.voided_on is null) o on true
where t.voided_on is null and t.kind in ('mou', 'arrangement', 'agreement', 'renewal');

-- What is silent, from which day until before which: it holds on a day when active_on <= day < until_on, so nothing has
-- to be counted anew at midnight and every chosen day answers for itself. The numbers are those of
-- src/slices/relations/silence-model.ts; test/silence.test.ts holds these against them. A relation that was entered from old texts is quiet
-- until something else is recorded of it.
create view relations.silence_spans with (security_invoker = true) as
select g.tenant, g.relation, x.kind, g.relation as subject, g.since, x.active_on, x.until_on
from (select n.tenant, n.relation, n.day as since, lead(n.day, 1, 'infinity'::date) over (partition by n.tenant, n.relation order by n.day) as next_on,
    case when bool_or(n.what = 'import') over (partition by n.tenant, n.relation)
      then coalesce(min(n.day) filter (where n.what not in ('began', 'noted', 'import')) over (partition by n.tenant, n.relation), 'infinity')
      else '-infinity' end as quiet
  from relations.news n) g
  join relations.relations r on r.tenant = g.tenant and r.id = g.relation
    and r.cooperation_type is distinct from 'none' and (r.not_continued_on is null or relations.first_day(r.not_continued_on) > g.since)
  cross join lateral (select max(t.over) filter (where t.over > g.since) as over, count(*) as signed from relations.signed_spans t
    where t.tenant = g.tenant and t.relation = g.relation and t.signed <= g.since) live
  cross join lateral (
    select 'no_news' as kind, greatest(g.since + 180, g.quiet, live.over) as active_on, g.next_on as until_on
    where live.over is distinct from 'infinity' and exists (select from relations.processes c
      where c.tenant = g.tenant and c.relation = g.relation and relations.first_day(c.began_on) <= g.since
        and (c.closed_on is null or relations.first_day(c.closed_on) > g.since)
        and (live.signed = 0 or not exists (select from relations.signed_spans t
            where t.tenant = c.tenant and t.relation = c.relation and t.process = c.id and t.signed <= g.since)
          and (exists (select from relations.steps s
              where s.tenant = c.tenant and s.process = c.id and relations.first_day(s.occurred_on) <= g.since)
            or exists (select from relations.documents d where d.tenant = c.tenant and d.process = c.id and d.voided_on is null
              and relations.first_day(coalesce(d.dated_on, d.received_on, d.filed_on)) <= g.since)
            or exists (select from relations.processes e where e.tenant = c.tenant and e.relation = c.relation
              and (e.began_on, e.id) < (c.began_on, c.id)))))
    union all
    select 'mou_idle', greatest(g.since + 365, g.quiet), least(g.next_on, live.over) where live.over is not null
  ) x
where g.next_on > g.since + 180 and x.active_on < x.until_on
union all
select i.tenant, i.relation, 'loi_no_mou', i.relation, i.since, greatest(i.since + 365, q.quiet), u.until_on
from (select d.tenant, d.relation, d.day as since,
    lead(d.day, 1, 'infinity'::date) over (partition by d.tenant, d.relation order by d.day) as next_on
  from (select d.tenant, d.relation, relations.first_day(coalesce(d.dated_on, d.received_on, d.filed_on)) as day
      from relations.documents d where d.kind = 'loi' and d.voided_on is null
    union
    select t.tenant, t.relation, relations.first_day(coalesce(t.signed_on, d.dated_on, d.received_on, d.filed_on))
      from relations.texts t join relations.documents d on d.tenant = t.tenant and d.id = t.document and d.voided_on is null
      where t.kind = 'loi' and t.voided_on is null) d) i
  join relations.relations r on r.tenant = i.tenant and r.id = i.relation and r.cooperation_type is distinct from 'none'
  cross join lateral (select least(i.next_on, relations.first_day(r.not_continued_on), (select min(t.signed) from relations.signed_spans t
    where t.tenant = i.tenant and t.relation = i.relation and t.signed >= i.since)) as until_on) u
  cross join lateral (select case when exists (select from relations.texts t
      where t.tenant = i.tenant and t.relation = i.relation and t.imported and t.voided_on is null)
    then coalesce((select min(n.day) from relations.news n
      where n.tenant = i.tenant and n.relation = i.relation and n.what not in ('began', 'noted', 'import')), 'infinity')
    else '-infinity' end as quiet) q
where greatest(i.since + 365, q.quiet) < u.until_on
union all
select t.tenant, t.relation, 'text_ends', t.id, t.ends,
  t.ends - case when r.cooperation_type in ('ksdd', 'ksdpk', 'sinergi')
    or (r.cooperation_type is distinct from 'ksdpl' and r.cooperation_type is distinct from 'ksdll' and p.country = 'ID') then 180 else 365 end,
  t.over
from relations.signed_spans t
  join relations.relations r on r.tenant = t.tenant and r.id = t.relation
  left join partners.same_as m on m.tenant = r.tenant and m.partner = r.partner
  left join partners.partners p on p.tenant = r.tenant and p.id = case when m.same_as is null then r.partner else m.same_as end
where t.ends < 'infinity' and t.over > t.ends - 365 and (r.not_continued_on is null or relations.first_day(r.not_continued_on) > t.ends)
union all
select l.tenant, l.relation, 'letter_unanswered', l.id, l.sent_on::date, l.sent_on::date + 30, u.until_on
from letters.letters l
  join relations.relations r on r.tenant = l.tenant and r.id = l.relation
  cross join lateral (select least(relations.first_day(r.not_continued_on), coalesce((select min(n.day) from relations.news n
    where n.tenant = l.tenant and n.relation = l.relation and n.day > l.sent_on::date and n.what in ('step', 'paper', 'text', 'activity', 'end')), 'infinity')) as until_on) u
where l.state = 'sent' and l.sent_on::date + 30 < u.until_on
union all
select f.tenant, o.relation, 'no_owner', f.id, f.from_on::date, f.from_on::date + 7, coalesce(f.ended_on::date, 'infinity')
from followup.follow_ups f
  cross join lateral (select r.id as relation from relations.relations r where r.tenant = f.tenant and r.id = f.subject
    union select l.relation from agenda.activity_relations l where l.tenant = f.tenant and l.activity = f.subject) o
where f.what is not null and f.unit is null and f.owner is null and f.member is null
  and f.from_on::date + 7 < coalesce(f.ended_on::date, 'infinity');

create table relations.silences (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  relation uuid not null,
  kind text not null check (kind in ('no_news', 'loi_no_mou', 'mou_idle', 'no_owner', 'letter_unanswered', 'text_ends')),
  subject uuid not null,
  since date not null,
  active_on date not null,
  until_on date not null,
  primary key (tenant, relation, kind, subject, since),
  constraint holds_for_a_day check (active_on < until_on)
);
comment on table relations.silences is 'derived. What of a relation is silent, on which days (active_on <= day < until_on), counted from since: no news, a letter of intent without text, a text without activity, a step without owner, a letter without answer, a text that ends. Inside only. Kept at the end of every transaction that touches it; a job makes the whole anew.';
create index silences_active on relations.silences (tenant, until_on, active_on);

-- What changed between the stretches as they are and as they stand; of one relation, or of all (null). Rows that are
-- right are not touched. Answers how many were not.
create function relations.refresh_silence(of_tenant uuid, of_relation uuid) returns int language plpgsql security definer set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
declare
  changed int;
begin
  with fresh as materialized (select distinct on (tenant, relation, kind, subject, since) s.* from relations.silence_spans s
      where s.tenant = of_tenant and s.relation = of_relation order by tenant, relation, kind, subject, since, active_on),
  gone as (delete from relations.silences o where o.tenant = of_tenant and o.relation = of_relation and not exists (select from fresh f
      where f.kind = o.kind and f.subject = o.subject and f.since = o.since) returning 1),
  kept as (insert into relations.silences as o select f.* from fresh f
      on conflict (tenant, relation, kind, subject, since) do update set active_on = excluded.active_on, until_on = excluded.until_on
      where (o.active_on, o.until_on) is distinct from (excluded.active_on, excluded.until_on) returning 1)
  select (select count(*) from gone) + (select count(*) from kept) into changed;
  return changed;
end
$$;
revoke all on function relations.refresh_silence(uuid, uuid) from public;

-- Sorts what it reads in memory: on disk it takes half as long again.
create function relations.refresh_silences() returns int language plpgsql security definer
set search_path = pg_catalog set work_mem = '128MB' set jit = off as $$
declare
  changed int;
begin
  with fresh as materialized (select distinct on (tenant, relation, kind, subject, since) s.* from relations.silence_spans s
      order by tenant, relation, kind, subject, since, active_on),
  gone as (delete from relations.silences o using (select tenant, relation, kind, subject, since from relations.silences
      except select tenant, relation, kind, subject, since from fresh) x
      where (o.tenant, o.relation, o.kind, o.subject, o.since) = (x.tenant, x.relation, x.kind, x.subject, x.since) returning 1),
  kept as (insert into relations.silences as o select * from (select * from fresh except select * from relations.silences) f
      on conflict (tenant, relation, kind, subject, since) do update set active_on = excluded.active_on, until_on = excluded.until_on returning 1)
  select (select count(*) from gone) + (select count(*) from kept) into changed;
  return changed;
end
$$;
revoke all on function relations.refresh_silences() from public;

-- Stands on the tables that tell something, deferred to the end of the transaction: what an act does is silent no more
-- when the act is done. Once per relation and transaction.
create function relations.note_silence() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  row_now record := case when tg_op = 'DELETE' then old else new end;
  done text := current_setting('relations.silence_done', true);
  mark text := pg_current_xact_id()::text;
  one uuid;
begin
  for one in execute tg_argv[0] using row_now loop
    if one is null or (split_part(done, ' ', 1) = mark and strpos(done, one::text) > 0) then continue; end if;
    done := case when split_part(done, ' ', 1) = mark then done else mark end || ' ' || one::text;
    perform set_config('relations.silence_done', done, true);
    perform relations.refresh_silence(row_now.tenant, one);
  end loop;
  return null;
end
$$;
revoke all on function relations.note_silence() from public;

do $$
declare
  t record;
begin
  for t in select * from (values
    ('relations.relations', 'select $1.id'), ('relations.processes', 'select $1.relation'),
    ('relations.documents', 'select $1.relation'), ('relations.texts', 'select $1.relation'),
    ('relations.steps', 'select c.relation from relations.processes c where c.tenant = $1.tenant and c.id = $1.process'),
    ('agenda.activity_relations', 'select $1.relation'),
    ('agenda.activities', 'select l.relation from agenda.activity_relations l where l.tenant = $1.tenant and l.activity = $1.id'),
    ('letters.letters', 'select $1.relation'),
    ('followup.follow_ups', 'select r.id from relations.relations r where r.tenant = $1.tenant and r.id = $1.subject
      union select l.relation from agenda.activity_relations l where l.tenant = $1.tenant and l.activity = $1.subject')
  ) x(name, finding) loop
    execute format('create constraint trigger note_silence after insert or update or delete on %s deferrable initially deferred
      for each row execute function relations.note_silence(%L)', t.name, t.finding);
  end loop;
end
$$;

-- What is there already: databases that move up have their silence at once.
select relations.refresh_silences();

-- ── what a person wants to be told ────────────────────────────────────────────────────────────────────────────────
create schema notices;

create table notices.choices (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  membership uuid not null,
  daily boolean not null default false,
  at_once boolean not null default false,
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, membership),
  foreign key (tenant, membership) references identity.memberships (tenant, id)
);
comment on table notices.choices is 'fact. What a member wants by mail: the day''s summary at 07.00 of the region''s zone on working days, and at once what is given to her. Nothing without a row: nobody is written to who did not ask.';

create table notices.put_offs (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  membership uuid not null,
  line text not null check (char_length(line) between 1 and 200),
  until_on text not null check (until_on ~ '^\d{4}-\d{2}-\d{2}$'),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, membership, line),
  foreign key (tenant, membership) references identity.memberships (tenant, id)
);
comment on table notices.put_offs is 'fact. A line of Hari ini that a member wants to see again on a day: until then it is not among hers. line names its kind and record.';

create table notices.mails (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  membership uuid not null,
  kind text not null check (kind in ('daily', 'at_once')),
  key text not null check (char_length(key) between 1 and 100),
  token_hash bytea not null unique check (length(token_hash) = 32),
  made_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  primary key (tenant, id),
  unique (tenant, membership, kind, key),
  foreign key (tenant, membership) references identity.memberships (tenant, id)
);
comment on table notices.mails is 'working. Mails that were made: one row, whoever else wanted to make it, so nobody gets the summary of a day twice. key is the day, or what was given. token_hash opens the way to stop them; rows go after 90 days.';
create index mails_made on notices.mails (made_at);

-- Whose mails a token stops. Real regions and the demonstration as everywhere.
create function notices.told(hash bytea) returns table (tenant uuid, membership uuid, mail uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select m.tenant, m.membership, m.id from notices.mails m join reference.regions r on r.tenant = m.tenant
  where m.token_hash = hash and (not r.demonstration or platform.is_demonstration())
$$;
revoke all on function notices.told(bytea) from public;

-- Somebody was given something and wants to hear of it at once: the job looks again when it writes the mail.
create function notices.note_given() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from notices.choices c where c.tenant = new.tenant and c.membership = new.member and c.at_once) then
    perform platform.enqueue('notices.given', json_build_object('tenant', new.tenant, 'followUp', new.id), 'given ' || new.id);
  end if;
  return null;
end
$$;
revoke all on function notices.note_given() from public;
create trigger note_given_new after insert on followup.follow_ups for each row
  when (new.member is not null and new.ended_on is null) execute function notices.note_given();
create trigger note_given_on after update of member on followup.follow_ups for each row
  when (new.member is not null and new.ended_on is null and new.member is distinct from old.member) execute function notices.note_given();
