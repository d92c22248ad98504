-- The register's page and the one read of every page answer with one record instead of a set of one, and a line of the
-- register is put together as text from its columns: building it with json_build_object() over whole rows cost as much as
-- finding the lines (150 of 350 µs a request; 60 now).

-- What stands between quotation marks as it is: codes and days, never somebody's words.
alter table oversight.register add constraint codes_are_plain check (
  concat(region_code, country, kind, stage, last_activity_on) ~ '^[A-Za-z0-9_.-]*$');

-- A line as it goes out. The columns come one by one: handed over as a row, it would be formed anew for each of them.
-- Written so that PostgreSQL takes it into the query that calls it.
create function oversight.line_text(id uuid, region_code text, region_name text, partner_name text, country text, kind text, status text,
  stage text, last_activity_on text, ends_on date) returns text language sql stable as $$
  select '{"id":"' || id || '","regionCode":"' || region_code || '","regionName":' || to_json(region_name)
    || ',"partnerName":' || to_json(partner_name) || ',"country":' || coalesce('"' || country || '"', 'null')
    || ',"kind":' || coalesce('"' || kind || '"', 'null') || ',"status":"' || status
    || '","stage":' || coalesce('"' || stage || '"', 'null') || ',"lastActivityOn":' || coalesce('"' || last_activity_on || '"', 'null')
    || ',"endsOn":' || coalesce('"' || nullif(ends_on, 'infinity') || '"', 'null') || '}'
$$;

-- The same for the status on a day, whose words oversight.status_on(line, today) has: over columns.
create function oversight.status_of(status text, after_end text, soon_on date, ends_on date, today date) returns text language sql stable as $$
  select case when ends_on < today then coalesce(after_end, status)
    when status = 'in_force' and soon_on <= today then 'ending_soon' else status end
$$;

create or replace function oversight.status_on(line oversight.register, today date) returns text language sql stable as $$
  select oversight.status_of(line.status, line.after_end, line.soon_on, line.ends_on, today)
$$;

-- Otherwise as before (0006): who stands behind the session, and the lines of her province as the JSON text that goes out,
-- what ends first at the top. The list by stage and field stands apart: its plan can only walk register_by_stage.
drop function oversight.list_entered(bytea, text, text, text, text, uuid, int);
create function oversight.list_entered(session_hash bytea, visit text, of_status text, of_stage text, of_sector text, after uuid, most int,
  out who json, out answer text) language plpgsql as $$
declare
  today date;
  from_on date := '-infinity';
  from_id uuid := '00000000-0000-0000-0000-000000000000';
  ids uuid[];
  lines text[];
begin
  who := identity.enter(session_hash);
  if who is null then return; end if;
  perform set_config('app.province', who ->> 'province', true), set_config('app.at', coalesce(visit, ''), true);
  today := (clock.at() at time zone 'UTC' + make_interval(hours => case who ->> 'zone' when 'WIB' then 7 when 'WITA' then 8 else 9 end))::date;
  if after is not null then
    select r.ends_on, r.id into from_on, from_id from oversight.register r where r.id = after;
  end if;
  if of_stage is not null and of_sector is not null and of_status is null then
    select array_agg(r.id), array_agg(oversight.line_text(r.id, r.region_code, r.region_name, r.partner_name, r.country, r.kind,
        oversight.status_of(r.status, r.after_end, r.soon_on, r.ends_on, today), r.stage, r.last_activity_on, r.ends_on))
    into ids, lines from (
      select * from oversight.register r
      where r.stage = of_stage and of_sector = any(r.sectors) and (r.ends_on, r.id) > (from_on, from_id)
      order by r.ends_on, r.id limit most + 1) r;
  else
    select array_agg(r.id), array_agg(oversight.line_text(r.id, r.region_code, r.region_name, r.partner_name, r.country, r.kind,
        oversight.status_of(r.status, r.after_end, r.soon_on, r.ends_on, today), r.stage, r.last_activity_on, r.ends_on))
    into ids, lines from (
      select * from oversight.register r
      where (of_status is null or oversight.status_of(r.status, r.after_end, r.soon_on, r.ends_on, today) = of_status)
        and (of_stage is null or r.stage = of_stage) and (of_sector is null or of_sector = any(r.sectors))
        and (r.ends_on, r.id) > (from_on, from_id)
      order by r.ends_on, r.id limit most + 1) r;
  end if;
  answer := '{"rows":[' || coalesce(array_to_string(lines[:most], ','), '') || ']'
    || case when cardinality(ids) > most then ',"next":"' || ids[most] || '"}' else '}' end;
end
$$;
revoke all on function oversight.list_entered(bytea, text, text, text, text, uuid, int) from public;

-- As before (0006): planned when it first runs, with the region entered.
drop function relations.read_entered(bytea, uuid);
create function relations.read_entered(session_hash bytea, relation uuid, out who json, out answer json) language plpgsql as $$
begin
  who := identity.enter(session_hash);
  if who is null then return; end if;
  select to_json(s.*) into answer from relations.sheets s where s.id = relation;
end
$$;
revoke all on function relations.read_entered(bytea, uuid) from public;
