-- Silence sees the mailroom, answers and kept words; an act pays for it only where it tells something of a relation.

alter function relations.first_day(text) parallel safe;
alter function relations.last_day(text) parallel safe;

create index mail_answered_by on letters.mail (tenant, answered_by) where answered_by is not null;

-- Which relations a registered letter concerns: those it was put to, and the one with its partner, under whichever of
-- two names the partner was entered.
create view relations.mail_of with (security_invoker = true) as
select tenant, relation, mail from letters.mail_relations
union
select r.tenant, r.id, m.id from letters.mail m join relations.relations r on r.tenant = m.tenant and r.partner = m.partner
union
select r.tenant, r.id, m.id from letters.mail m join partners.same_as s on s.tenant = m.tenant and s.partner = m.partner
  join relations.relations r on r.tenant = s.tenant and r.partner = s.same_as
union
select r.tenant, r.id, m.id from letters.mail m join partners.same_as s on s.tenant = m.tenant and s.same_as = m.partner
  join relations.relations r on r.tenant = s.tenant and r.partner = s.partner;

-- Letters that were written here, by relation: their own, or those of the meeting they are about.
create view relations.letters_of with (security_invoker = true) as
select l.tenant, l.relation, l.id as letter from letters.letters l where l.relation is not null
union all
select o.tenant, o.relation, l.id from letters.letters l join agenda.activity_relations o on o.tenant = l.tenant and o.activity = l.activity
where l.relation is null;

-- Of what a follow-up can be, by relation: the relation itself, a meeting, a point discussed, a word given, a letter.
create view relations.followed with (security_invoker = true) as
select tenant, id as relation, id as subject from relations.relations
union all
select tenant, relation, activity from agenda.activity_relations
union all
select o.tenant, o.relation, t.id from agenda.activity_relations o join agenda.topics t on t.tenant = o.tenant and t.activity = o.activity
union all
select c.tenant, c.relation, c.id from agenda.commitments c where c.relation is not null
union all
select o.tenant, o.relation, c.id from agenda.activity_relations o
  join agenda.commitments c on c.tenant = o.tenant and c.activity = o.activity and c.relation is null
union all
select tenant, relation, mail from relations.mail_of;

-- Every day on which something is known of a relation. what: began · noted (the newest, kept by commands) · import · step · paper · text · activity · letter
-- (sent) · letter_in · agreed (a summary) · follow_up · answer (by link or account) · word (what was heard of a commitment of ours) · end. Handing a
-- follow-up to somebody else tells nothing. Nothing of it is granted to anybody: it is read by the functions below.
create or replace view relations.news with (security_invoker = true) as
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
select c.tenant, c.relation, relations.first_day(s.occurred_on), 'step' from relations.processes c
  join relations.steps s on s.tenant = c.tenant and s.process = c.id where s.occurred_on is not null
union all
select c.tenant, c.relation, relations.first_day(x.day), 'step' from relations.processes c
  join relations.steps s on s.tenant = c.tenant and s.process = c.id and num_nonnulls(s.from_on, s.to_on) > 0
  cross join lateral (values (s.from_on), (s.to_on)) x(day) where x.day is not null
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
select o.tenant, o.relation, l.sent_on::date, 'letter' from relations.letters_of o
  join letters.letters l on l.tenant = o.tenant and l.id = o.letter where l.state = 'sent'
union all
select o.tenant, o.relation, m.passed_on::date, case m.direction when 'in' then 'letter_in' else 'letter' end from relations.mail_of o
  join letters.mail m on m.tenant = o.tenant and m.id = o.mail where m.voided_on is null
union all
select l.tenant, l.relation, s.agreed_on::date, 'agreed' from agenda.activity_relations l
  join agenda.summaries s on s.tenant = l.tenant and s.activity = l.activity where s.agreed_on is not null
union all
select o.tenant, o.relation, x.day::date, x.what from relations.followed o
  join followup.follow_ups f on f.tenant = o.tenant and f.subject = o.subject
  cross join lateral (select f.from_on, 'follow_up' where f.root is null
    union all select f.ended_on, 'follow_up' where f.outcome = 'done'
    union all select a.answered_on, 'answer' from followup.answers a where a.tenant = f.tenant and a.follow_up = f.id) x(day, what)
union all
select a.tenant, a.relation, a.answered_on::date, 'answer' from sharing.answers a
union all
select c.tenant, c.relation, n.said_on::date, 'word' from agenda.commitments c
  join agenda.commitment_news n on n.tenant = c.tenant and n.commitment = c.id where c.voided_on is null and c.relation is not null
union all
select o.tenant, o.relation, n.said_on::date, 'word' from agenda.activity_relations o
  join agenda.commitments c on c.tenant = o.tenant and c.activity = o.activity and c.relation is null and c.voided_on is null
  join agenda.commitment_news n on n.tenant = c.tenant and n.commitment = c.id;

alter table relations.silences add column way text check (way in ('in', 'out', 'written'));
comment on column relations.silences.way is 'Of a letter without answer: it came in, it went out as registered, or it was written here. Nothing else of a letter stands here: those with missions are closed.';

create table relations.unsettled (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null default gen_random_uuid(),
  relation uuid,
  primary key (tenant, id)
);
comment on table relations.unsettled is 'working. Relations whose silence is still to be worked out, because another act on them was at its end at the same moment; without one the whole region, after an act on very many. A job does it at once, and looks again each minute.';

-- What is silent, from which day until before which: it holds on a day when active_on <= day < until_on, so nothing has
-- to be counted anew at midnight and every chosen day answers for itself. The numbers are those of
-- src/slices/relations/silence-model.ts; test/silence.test.ts holds these against them. A relation that was entered from old texts is quiet
-- until something else is recorded of it. One text, three functions: of one relation, of a region, of all; each is
-- planned for itself. Rows that are right are not touched; each answers how many were not.
drop view relations.silence_spans;
do $install$
declare
  body constant text := $body$
  with news as materialized (select n.* from relations.news n where true<n>),
  -- Days that lie less than half a year apart run together; what is left between them are the gaps.
  heard as materialized (select n.tenant, n.relation, range_agg(daterange(n.day, n.day + 180)) as spans, bool_or(n.what = 'import') as old,
      min(n.day) filter (where n.what not in ('began', 'noted', 'import')) as touched
    from news n group by n.tenant, n.relation),
  gaps as materialized (select g.tenant, g.relation, lower(g.span) - 180 as since, upper(g.span) as next_on, g.quiet
    from (select h.tenant, h.relation, unnest(datemultirange(daterange(lower(h.spans), 'infinity')) - h.spans) as span,
        case when h.old then coalesce(h.touched, 'infinity') else '-infinity' end as quiet from heard h) g
      join relations.relations r on r.tenant = g.tenant and r.id = g.relation
    where r.cooperation_type is distinct from 'none' and (r.not_continued_on is null or relations.first_day(r.not_continued_on) > lower(g.span) - 180)<r>),
  signed as materialized (select t.* from relations.signed_spans t where true<t>),
  -- What was signed by the beginning of a gap.
  live as materialized (select g.tenant, g.relation, g.since, max(t.over) filter (where t.over > g.since) as over
    from gaps g join signed t on t.tenant = g.tenant and t.relation = g.relation and t.signed <= g.since group by 1, 2, 3),
  intents as materialized (select d.tenant, d.relation, d.day as since,
      lead(d.day, 1, 'infinity'::date) over (partition by d.tenant, d.relation order by d.day) as next_on
    from (select d.tenant, d.relation, relations.first_day(coalesce(d.dated_on, d.received_on, d.filed_on)) as day
        from relations.documents d where d.kind = 'loi' and d.voided_on is null<d>
      union
      select t.tenant, t.relation, relations.first_day(coalesce(t.signed_on, d.dated_on, d.received_on, d.filed_on))
        from relations.texts t join relations.documents d on d.tenant = t.tenant and d.id = t.document and d.voided_on is null
        where t.kind = 'loi' and t.voided_on is null<t>) d),
  fulfilled as materialized (select i.tenant, i.relation, i.since, min(t.signed) as on_day
    from intents i join signed t on t.tenant = i.tenant and t.relation = i.relation and t.signed >= i.since group by 1, 2, 3),
  -- Ours that ask for something: by a day that was named, or by their kind.
  sent as materialized (select o.tenant, o.relation, l.id, l.sent_on::date as since, l.reply_by::date as by_day, least(h.ended_on::date,
      (select min(a.passed_on)::date from letters.mail a where a.tenant = l.tenant and a.answers = l.id and a.voided_on is null)) as answered_on
    from relations.letters_of o join letters.letters l on l.tenant = o.tenant and l.id = o.letter
      left join letters.threads h on h.tenant = l.tenant and h.id = l.thread
    where l.state = 'sent' and (l.reply_by is not null or l.kind in ('konsultasi_mendagri', 'konsultasi_menlu', 'surat_dprd', 'rancangan_loi')
      or (l.kind = 'surat_mitra' and coalesce(l.purpose, '') not in ('jawaban', 'terima_kasih', 'undangan')))<o>),
  -- Where no day was named, whatever comes afterwards is taken for the answer.
  followed_by as materialized (select s.tenant, s.relation, s.id, min(n.day) as on_day from sent s
      join news n on n.tenant = s.tenant and n.relation = s.relation and n.day > s.since
    where s.by_day is null and n.what in ('step', 'paper', 'text', 'activity', 'letter_in', 'agreed', 'answer', 'end') group by 1, 2, 3),
  fresh as materialized (select distinct on (tenant, relation, kind, subject, since) x.* from (
    select g.tenant, g.relation, 'no_news' as kind, g.relation as subject, g.since, greatest(g.since + 180, g.quiet) as active_on, g.next_on as until_on, null as way
    from gaps g where not exists (select from live e where e.tenant = g.tenant and e.relation = g.relation and e.since = g.since)
      and exists (select from relations.processes c where c.tenant = g.tenant and c.relation = g.relation
        and relations.first_day(c.began_on) <= g.since and coalesce(relations.first_day(c.closed_on), 'infinity') > g.since)
    union all
    -- Beside signed texts: a process with something in it, or begun after another, that has not come to its text.
    select g.tenant, g.relation, 'no_news', g.relation, g.since, greatest(g.since + 180, g.quiet, e.over), g.next_on, null
    from gaps g join live e on e.tenant = g.tenant and e.relation = g.relation and e.since = g.since
    where e.over is distinct from 'infinity' and exists (select from relations.processes c
      where c.tenant = g.tenant and c.relation = g.relation and relations.first_day(c.began_on) <= g.since
        and (c.closed_on is null or relations.first_day(c.closed_on) > g.since)
        and not exists (select from relations.texts t join relations.documents d on d.tenant = t.tenant and d.id = t.document and d.voided_on is null
          where t.tenant = c.tenant and t.relation = c.relation and t.process = c.id and t.voided_on is null
            and t.kind in ('mou', 'arrangement', 'agreement', 'renewal')
            and relations.first_day(coalesce(t.signed_on, d.dated_on, d.received_on, d.filed_on)) <= g.since)
        and (exists (select from relations.steps s
            where s.tenant = c.tenant and s.process = c.id and relations.first_day(s.occurred_on) <= g.since)
          or exists (select from relations.documents d where d.tenant = c.tenant and d.process = c.id and d.voided_on is null
            and relations.first_day(coalesce(d.dated_on, d.received_on, d.filed_on)) <= g.since)
          or exists (select from relations.processes e where e.tenant = c.tenant and e.relation = c.relation
            and (e.began_on, e.id) < (c.began_on, c.id))))
    union all
    select g.tenant, g.relation, 'mou_idle', g.relation, g.since, greatest(g.since + 365, g.quiet), least(g.next_on, e.over), null
    from gaps g join live e on e.tenant = g.tenant and e.relation = g.relation and e.since = g.since where e.over is not null
    union all
    select i.tenant, i.relation, 'loi_no_mou', i.relation, i.since,
      greatest(i.since + 365, case when h.old then coalesce(h.touched, 'infinity') else '-infinity' end),
      least(i.next_on, relations.first_day(r.not_continued_on), m.on_day), null
    from intents i join relations.relations r on r.tenant = i.tenant and r.id = i.relation and r.cooperation_type is distinct from 'none'<r>
      left join heard h on h.tenant = i.tenant and h.relation = i.relation
      left join fulfilled m on m.tenant = i.tenant and m.relation = i.relation and m.since = i.since
    union all
    select t.tenant, t.relation, 'text_ends', t.id, t.ends,
      t.ends - case when r.cooperation_type in ('ksdd', 'ksdpk', 'sinergi')
        or (r.cooperation_type is distinct from 'ksdpl' and r.cooperation_type is distinct from 'ksdll' and p.country = 'ID') then 180 else 365 end,
      t.over, null
    from signed t
      join relations.relations r on r.tenant = t.tenant and r.id = t.relation
      left join partners.same_as m on m.tenant = r.tenant and m.partner = r.partner
      left join partners.partners p on p.tenant = r.tenant and p.id = case when m.same_as is null then r.partner else m.same_as end
    where t.ends < 'infinity' and t.over > t.ends - 365 and (r.not_continued_on is null or relations.first_day(r.not_continued_on) > t.ends)
    union all
    select s.tenant, s.relation, 'letter_unanswered', s.id, s.since, greatest(s.since, coalesce(s.by_day + 1, s.since + 30)),
      coalesce(least(s.answered_on, f.on_day, relations.first_day(r.not_continued_on)), 'infinity'), 'written'
    from sent s join relations.relations r on r.tenant = s.tenant and r.id = s.relation
      left join followed_by f on f.tenant = s.tenant and f.relation = s.relation and f.id = s.id
    union all
    select o.tenant, o.relation, 'letter_unanswered', m.id, m.passed_on::date,
      greatest(m.passed_on::date, coalesce(m.answer_by::date + 1, m.passed_on::date + 30)),
      coalesce(least(case when m.answered_how is not null then m.answered_on::date end, h.ended_on::date, relations.first_day(r.not_continued_on),
        (select l.sent_on::date from letters.letters l where l.tenant = m.tenant and l.id = m.answered_by and l.state = 'sent'),
        (select a.passed_on::date from letters.mail a where a.tenant = m.tenant and a.id = m.answered_by and a.voided_on is null),
        (select min(a.passed_on)::date from letters.mail a where a.tenant = m.tenant and a.answers = m.id and a.voided_on is null)), 'infinity'), m.direction
    from relations.mail_of o join letters.mail m on m.tenant = o.tenant and m.id = o.mail and m.wants_answer and m.voided_on is null
      join relations.relations r on r.tenant = o.tenant and r.id = o.relation
      left join letters.threads h on h.tenant = m.tenant and h.id = m.thread
    where true<o>
    union all
    select o.tenant, o.relation, 'no_owner', f.id, f.from_on::date, f.from_on::date + 7, coalesce(f.ended_on::date, 'infinity'), null
    from relations.followed o join followup.follow_ups f on f.tenant = o.tenant and f.subject = o.subject
    where f.what is not null and f.unit is null and f.owner is null and f.member is null<o>
  ) x where x.active_on < x.until_on order by tenant, relation, kind, subject, since, active_on),
  gone as (delete from relations.silences z using (select z.tenant, z.relation, z.kind, z.subject, z.since from relations.silences z where true<z>
      except select f.tenant, f.relation, f.kind, f.subject, f.since from fresh f) x
    where (z.tenant, z.relation, z.kind, z.subject, z.since) = (x.tenant, x.relation, x.kind, x.subject, x.since) returning 1),
  kept as (insert into relations.silences as z select * from (select f.* from fresh f except select z.* from relations.silences z where true<z>) f
    on conflict (tenant, relation, kind, subject, since)
      do update set active_on = excluded.active_on, until_on = excluded.until_on, way = excluded.way returning 1)
  select (select count(*) from gone) + (select count(*) from kept) into changed;
$body$;
  -- Two at once on one relation would each miss what the other has not committed yet, so they wait for one another;
  -- what takes a region or all keeps everybody else out.
  one constant text := $one$
  perform pg_advisory_xact_lock_shared(hashtext('jembatan silence'));
  perform pg_advisory_xact_lock(hashtext(of_tenant::text), hashtext(of_relation::text));
$one$;
  alone constant text := $alone$
  perform pg_advisory_xact_lock(hashtext('jembatan silence'));
$alone$;
  f record;
  text_of text;
  means constant text := 'language plpgsql security definer set search_path = pg_catalog ';
  short text;
  named text;
begin
  for f in select * from (values
    ('relations.refresh_silence(of_tenant uuid, of_relation uuid)', 'set plan_cache_mode = force_generic_plan', one,
      ' and %1$s.tenant = of_tenant and %1$s.%2$s = of_relation'),
    -- Sorts what it reads in memory: on disk it takes half as long again. Row by row two of its parts would take minutes.
    ('relations.refresh_region(of_tenant uuid)', 'set work_mem = ''128MB'' set jit = off set enable_nestloop = off',
      alone || E'  delete from relations.unsettled u where u.tenant = of_tenant;\n', ' and %1$s.tenant = of_tenant'),
    ('relations.refresh_silences()', 'set work_mem = ''128MB'' set jit = off set enable_nestloop = off', alone || E'  delete from relations.unsettled;\n', '')
  ) x(signature, settings, locking, narrow) loop
    text_of := replace(body, '<r>', format(f.narrow, 'r', 'id'));
    foreach short in array '{n,t,d,o,z}'::text[] loop
      text_of := replace(text_of, '<' || short || '>', format(f.narrow, short, 'relation'));
    end loop;
    named := format('create or replace function %s returns int %s %s as $fn$%sdeclare%s  changed int;%sbegin%s%s  return changed;%send%s$fn$',
      f.signature, means, f.settings, E'\n', E'\n', E'\n', f.locking, text_of, E'\n', E'\n');
    execute named;
  end loop;
end
$install$;
revoke all on function relations.refresh_silence(uuid, uuid) from public;
revoke all on function relations.refresh_region(uuid) from public;
revoke all on function relations.refresh_silences() from public;

-- What was left to be worked out: at most a hundred relations and one region a time, in one order, so that two of these
-- never wait for each other. Answers how many were taken; asked again until there are none.
create function relations.settle_silences() returns int language plpgsql security definer set search_path = pg_catalog as $$
declare
  taken int := 0;
  one record;
begin
  for one in select distinct u.tenant from relations.unsettled u where u.relation is null order by u.tenant limit 1 loop
    perform relations.refresh_region(one.tenant);
    return 1;
  end loop;
  perform pg_advisory_xact_lock_shared(hashtext('jembatan silence'));
  for one in
    with batch as (select u.ctid from relations.unsettled u where u.relation is not null order by u.tenant, u.relation, u.id limit 100 for update skip locked),
    gone as (delete from relations.unsettled u using batch where u.ctid = batch.ctid returning u.tenant, u.relation)
    select distinct g.tenant, g.relation from gone g order by g.tenant, g.relation
  loop
    perform relations.refresh_silence(one.tenant, one.relation);
    taken := taken + 1;
  end loop;
  return taken;
end
$$;
revoke all on function relations.settle_silences() from public;

-- Stands on the tables that tell something, deferred to the end of the transaction: what an act does is silent no more
-- when the act is done. Once per relation and transaction. It never waits: where another act on the relation is at its
-- end, or the whole is being made, the relation is noted and a job takes it. An act on more than fifty leaves them to it.
create or replace function relations.note_silence() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  one uuid;
  region uuid;
  done text;
  mark constant text := pg_current_xact_id()::text || ' ';
  pass int;
begin
  for pass in case when tg_op = 'DELETE' then 2 else 1 end .. case when tg_op = 'INSERT' then 1 else 2 end loop
    region := case pass when 1 then new.tenant else old.tenant end;
    for one in execute tg_argv[0] using case pass when 1 then new else old end loop
      done := coalesce(current_setting('relations.silence_done', true), '');
      if not starts_with(done, mark) then done := mark; end if;
      if one is null or strpos(done, one::text) > 0 or strpos(done, region || ' all') > 0 then continue; end if;
      if length(done) > 50 * 37 then
        done := done || ' ' || region || ' all';
        insert into relations.unsettled (tenant) values (region);
      elsif pg_try_advisory_xact_lock_shared(hashtext('jembatan silence'))
        and pg_try_advisory_xact_lock(hashtext(region::text), hashtext(one::text)) then
        done := done || ' ' || one;
        perform relations.refresh_silence(region, one);
      else
        done := done || ' ' || one;
        insert into relations.unsettled (tenant, relation) values (region, one);
      end if;
      perform set_config('relations.silence_done', done, true);
    end loop;
  end loop;
  return null;
end
$$;

create function relations.ask_to_settle() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform platform.enqueue('relations.settleSilences', '{}', 'settle silences');
  return null;
end
$$;
revoke all on function relations.ask_to_settle() from public;
create trigger ask_to_settle after insert on relations.unsettled for each statement execute function relations.ask_to_settle();

-- One trigger for rows that come and go, one for those whose telling columns change: an edit of anything else pays
-- nothing. told: what of a row tells; nothing does where told is null. finding: its relations, $1 the row.
do $$
declare
  t record;
  part text;
  was text;
  is_now text;
begin
  for t in select * from (values
    ('relations.relations', 'select $1.id', 'began_on, last_on, not_continued_on, cooperation_type, partner', 'true'),
    ('relations.processes', 'select $1.relation', 'relation, began_on, closed_on', 'true'),
    ('relations.documents', 'select $1.relation', 'relation, process, kind, dated_on, received_on, filed_on, voided_on', 'true'),
    ('relations.texts', 'select $1.relation',
      'relation, process, document, kind, signed_on, begins_on, ends_on, term_months, terminated_on, replaces, imported, voided_on', 'true'),
    ('relations.steps', 'select c.relation from relations.processes c where c.tenant = $1.tenant and c.id = $1.process', 'process, occurred_on, from_on, to_on', 'true'),
    ('agenda.activity_relations', 'select $1.relation', 'relation, activity', 'true'),
    ('agenda.activities', 'select l.relation from agenda.activity_relations l where l.tenant = $1.tenant and l.activity = $1.id', 'occurred_on, voided_on', 'true'),
    ('agenda.summaries', 'select l.relation from agenda.activity_relations l where l.tenant = $1.tenant and l.activity = $1.activity', 'agreed_on', 'row.agreed_on is not null'),
    ('agenda.commitments', 'select coalesce($1.relation, l.relation) from (select) x left join agenda.activity_relations l
      on $1.relation is null and l.tenant = $1.tenant and l.activity = $1.activity', 'activity, relation, voided_on', 'false'),
    ('agenda.commitment_news', 'select coalesce(c.relation, l.relation) from agenda.commitments c left join agenda.activity_relations l
      on c.relation is null and l.tenant = c.tenant and l.activity = c.activity where c.tenant = $1.tenant and c.id = $1.commitment', 'commitment, said_on', 'true'),
    ('letters.letters', 'select o.relation from relations.letters_of o where o.tenant = $1.tenant and o.letter = $1.id
      union select $1.relation union select o.relation from letters.mail m join relations.mail_of o on o.tenant = m.tenant and o.mail = m.id
      where m.tenant = $1.tenant and m.answered_by = $1.id', 'relation, activity, kind, purpose, state, sent_on, reply_by, thread', 'row.state = ''sent'''),
    ('letters.mail', 'select o.relation from relations.mail_of o where o.tenant = $1.tenant and o.mail in ($1.id, $1.answers)
      union select r.id from relations.relations r where r.tenant = $1.tenant and r.partner = $1.partner
      union select o.relation from relations.letters_of o where o.tenant = $1.tenant and o.letter = $1.answers
      union select o.relation from letters.mail m join relations.mail_of o on o.tenant = m.tenant and o.mail = m.id
        where m.tenant = $1.tenant and m.answered_by = $1.id',
      'partner, direction, passed_on, wants_answer, answer_by, answers, answered_by, answered_on, answered_how, thread, voided_on', 'true'),
    ('letters.mail_relations', 'select $1.relation', 'mail, relation', 'true'),
    ('letters.threads', 'select o.relation from letters.mail m join relations.mail_of o on o.tenant = m.tenant and o.mail = m.id
        where m.tenant = $1.tenant and m.thread = $1.id and m.wants_answer
      union select o.relation from letters.letters l join relations.letters_of o on o.tenant = l.tenant and o.letter = l.id
        where l.tenant = $1.tenant and l.thread = $1.id and l.state = ''sent''', 'ended_on', 'false'),
    ('followup.follow_ups', 'select o.relation from relations.followed o where o.tenant = $1.tenant and o.subject = $1.subject',
      'subject, what, unit, owner, member, root, from_on, ended_on, outcome', 'true'),
    ('followup.answers', 'select o.relation from followup.follow_ups f join relations.followed o on o.tenant = f.tenant and o.subject = f.subject
      where f.tenant = $1.tenant and f.id = $1.follow_up', 'follow_up, answered_on', 'true'),
    ('sharing.answers', 'select $1.relation', 'relation, answered_on', 'true'),
    ('partners.partners', 'select r.id from relations.relations r where r.tenant = $1.tenant and r.partner = $1.id
      union select r.id from partners.same_as s join relations.relations r on r.tenant = s.tenant and r.partner = s.partner
        where s.tenant = $1.tenant and s.same_as = $1.id', 'country', 'false'),
    ('partners.same_as', 'select r.id from relations.relations r where r.tenant = $1.tenant and r.partner in ($1.partner, $1.same_as)', 'partner, same_as', 'true')
  ) x(name, finding, told, standing) loop
    execute format('drop trigger if exists note_silence on %s', t.name);
    if t.standing <> 'false' then
      execute format('create constraint trigger note_silence_new after insert on %s deferrable initially deferred
        for each row when (%s) execute function relations.note_silence(%L)', t.name, replace(t.standing, 'row.', 'new.'), t.finding);
      execute format('create constraint trigger note_silence_gone after delete on %s deferrable initially deferred
        for each row when (%s) execute function relations.note_silence(%L)', t.name, replace(t.standing, 'row.', 'old.'), t.finding);
    end if;
    was := '';
    is_now := '';
    foreach part in array string_to_array(t.told, ', ') loop
      was := was || ', old.' || part;
      is_now := is_now || ', new.' || part;
    end loop;
    execute format('create constraint trigger note_silence after update of %s on %s deferrable initially deferred
      for each row when ((%s) is distinct from (%s)) execute function relations.note_silence(%L)',
      t.told, t.name, substr(was, 3), substr(is_now, 3), t.finding);
  end loop;
end
$$;

-- Databases that move up see their letters at once.
select relations.refresh_silences();
