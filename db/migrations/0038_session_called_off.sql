-- A session that does not take place: everybody in it is told on her receipt, nobody can book it any more, and the row
-- stays with its reason.
alter table residents.slots
  add column called_off_on text check (called_off_on ~ '^\d{4}-\d{2}-\d{2}$'),
  add column called_off_reason text check (char_length(called_off_reason) between 1 and 500),
  add constraint called_off_with_a_reason check ((called_off_on is null) = (called_off_reason is null));

-- Whoever comes up from waiting, or back by an undo, does not come into a session that is called off.
create or replace function residents.keep_places() returns trigger language plpgsql as $$
declare
  fits int;
  held int;
begin
  select case when called_off_on is null then capacity else 0 end into fits
  from residents.slots s where s.tenant = new.tenant and s.id = new.slot for no key update;
  select coalesce(sum(party), 0) into held from residents.bookings b
  where b.tenant = new.tenant and b.slot = new.slot and b.state = 'booked';
  if held > fits then
    raise exception 'residents: % people for % places', held, fits using errcode = '23505', constraint = 'never_overbooked';
  end if;
  return null;
end
$$;

-- As before, and `gone` where the session is called off.
create or replace function residents.book(b_id uuid, b_slot uuid, b_receipt text, b_key bytea, b_party int, b_body text,
  b_name text, b_contact text, b_language text, b_waits boolean, b_origin text)
returns table (outcome text, seq int, free int) language plpgsql as $$
declare
  here uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  s residents.slots;
  v residents.services;
  said text;
  left_over int;
  place int;
begin
  select * into s from residents.slots x where x.tenant = here and x.id = b_slot for no key update;
  if not found then return query select 'gone', null::int, 0; return; end if;
  select * into v from residents.services x where x.tenant = here and x.id = s.service;
  select s.capacity - coalesce(sum(party), 0)::int into left_over from residents.bookings x
  where x.tenant = here and x.slot = b_slot and x.state = 'booked';
  said := case
    when v.voided_on is not null or s.called_off_on is not null then 'gone'
    when b_origin = 'form' and not exists (select from residents.published p where p.tenant = here and p.id = v.id) then 'gone'
    when b_origin = 'form' and (v.opens_at is null or clock.at() < v.opens_at or clock.at() >= v.closes_at) then 'closed'
    when b_origin = 'form' and clock.at() >= s.starts_at then 'past'
    when b_party > case when b_body is null then v.household_most else coalesce(v.group_most, 0) end then 'too_many'
    when b_party > s.capacity then 'too_large'
    when b_party <= left_over then 'booked'
    when b_waits then 'waiting'
    else 'full' end;
  if said not in ('booked', 'waiting') then return query select said, null::int, left_over; return; end if;
  select coalesce(max(x.seq), 0) + 1 into place from residents.bookings x where x.tenant = here and x.slot = b_slot;
  if place > 20000 then return query select 'full', null::int, left_over; return; end if;
  insert into residents.bookings (tenant, id, service, slot, receipt, key_hash, seq, state, origin, party, body, name, contact, language)
  values (here, b_id, s.service, b_slot, b_receipt, b_key, place, said, b_origin, b_party, b_body, b_name, b_contact, b_language)
  on conflict (tenant, service, contact_key) where state <> 'cancelled' do nothing;
  if not found then return query select 'twice', null::int, left_over; return; end if;
  return query select said, place, left_over;
end
$$;

-- Everybody out of a session at once, and the session with its reason. The bookings before the session: an undo takes
-- them in the other order, and a session that is called off takes nobody. Answers how many were told, -1 where somebody
-- is in already, -2 where it was changed meanwhile.
create function residents.call_off(p_slot uuid, p_rev int, p_on text, p_reason text) returns int language plpgsql as $$
declare
  here uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  n int;
begin
  perform from residents.slots s where s.tenant = here and s.id = p_slot and s.rev = p_rev and s.called_off_on is null for no key update;
  if not found then return -2; end if;
  if exists (select from residents.arrivals a join residents.bookings b on b.tenant = a.tenant and b.id = a.booking
             where b.tenant = here and b.slot = p_slot) then
    return -1;
  end if;
  update residents.bookings set state = 'cancelled', cancelled_at = clock.at(), rev = rev + 1
  where tenant = here and slot = p_slot and state <> 'cancelled';
  get diagnostics n = row_count;
  update residents.slots set called_off_on = p_on, called_off_reason = p_reason, rev = rev + 1
  where tenant = here and id = p_slot;
  return n;
end
$$;
