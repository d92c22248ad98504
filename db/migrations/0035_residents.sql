-- Services for foreign residents with places to book, and the contact point that answers by a day. Nothing here holds an
-- identity number or anything about health.
create schema residents;

create table residents.services (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 120),
  texts jsonb not null check (jsonb_typeof(texts) = 'object' and texts <> '{}'),
  place text check (char_length(place) between 1 and 500),
  spoken text[] not null default '{}' check (spoken <@ array['id', 'en', 'ja', 'ko']),
  minimum int check (minimum between 2 and 10000),
  household_most int not null default 8 check (household_most between 1 and 50),
  group_most int check (group_most between 2 and 500),
  opens_at timestamptz,
  closes_at timestamptz,
  purge_on text check (purge_on ~ '^\d{4}-\d{2}-\d{2}$'),
  unit uuid,
  relations uuid[] not null default '{}',
  occurred_on text not null check (occurred_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  voided_on text check (voided_on ~ '^\d{4}-\d{2}-\d{2}$'),
  voided_reason text check (char_length(voided_reason) between 1 and 2000),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, unit) references reference.units (tenant, id),
  constraint a_window_has_two_ends check ((opens_at is null) = (closes_at is null) and opens_at < closes_at),
  constraint purged_once_it_opens check (opens_at is null or purge_on is not null),
  constraint voided_with_a_reason check ((voided_on is null) = (voided_reason is null))
);
comment on table residents.services is 'fact. A service for foreign residents: what it is in the languages the region writes (texts: language to title, about, whoMay), the place, what is spoken there, how large a household may be, when places can be booked, and the day after which names and contacts are erased. Without a place, days or a window these are not yet told. A session takes place once minimum people are booked.';
create index services_of_region on residents.services (tenant, occurred_on desc, id);
create index services_of_unit on residents.services (tenant, unit) where unit is not null;

create table residents.slots (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  service uuid not null,
  day text not null check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  starts text not null check (starts ~ '^[0-2]\d:[0-5]\d$'),
  ends text not null check (ends ~ '^[0-2]\d:[0-5]\d$'),
  starts_at timestamptz not null,
  capacity int not null check (capacity between 1 and 10000),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, service, id),
  foreign key (tenant, service) references residents.services (tenant, id),
  constraint one_slot_at_a_time unique (tenant, service, day, starts),
  constraint ends_after_it_starts check (ends > starts)
);
comment on table residents.slots is 'fact. A session of a service: a day, from and to by the region''s clock, and how many people fit in. starts_at is the same as an instant. Its row is the lock under which places are given.';

create table residents.bookings (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  service uuid not null,
  slot uuid not null,
  receipt text not null unique check (receipt ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  key_hash bytea check (length(key_hash) = 32),
  seq int not null check (seq > 0),
  state text not null check (state in ('booked', 'waiting', 'cancelled')),
  origin text not null check (origin in ('form', 'walk_in')),
  party int not null check (party between 1 and 500),
  body text check (char_length(body) between 1 and 200),
  name text check (char_length(name) between 1 and 200),
  contact text check (char_length(contact) between 1 and 254),
  contact_key text generated always as (case when contact ~ '@' then lower(contact)
    when regexp_replace(contact, '\D', '', 'g') ~ '^\d{6,}$' then regexp_replace(regexp_replace(contact, '\D', '', 'g'), '^0', '62')
    else lower(contact) end) stored,
  language text not null check (language in ('id', 'en', 'ja', 'ko')),
  booked_at timestamptz not null default clock.at(),
  promoted_at timestamptz,
  cancelled_at timestamptz,
  purged_at timestamptz,
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, service, slot) references residents.slots (tenant, service, id),
  constraint one_place_in_the_order unique (tenant, slot, seq),
  constraint cancelled_at_some_time check ((state = 'cancelled') = (cancelled_at is not null)),
  constraint purged_without_names check (purged_at is null or (name is null and contact is null and body is null))
);
comment on table residents.bookings is 'fact. A household or group (party people) in a session: booked whole, waiting in the order it came (seq), or cancelled. body is an employer or embassy that books for a group. receipt is its number; key_hash belongs to what is shown with it once. Names and contacts are erased on the day of the service (purged_at); the numbers stay.';
comment on column residents.bookings.name is 'personal. Who books, as it was typed.';
comment on column residents.bookings.contact is 'personal. To be told about it.';
comment on column residents.bookings.contact_key is 'personal. The contact in one spelling: one booking per contact and service.';
comment on column residents.bookings.body is 'personal. For whom a group is booked, as it was typed.';
create unique index once_per_contact on residents.bookings (tenant, service, contact_key) where state <> 'cancelled';
create index bookings_of_service on residents.bookings (tenant, service, id);
create index bookings_taken on residents.bookings (tenant, slot) include (party) where state = 'booked';
create index bookings_waiting on residents.bookings (tenant, slot, seq) include (party) where state = 'waiting';

create table residents.arrivals (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  service uuid not null,
  booking uuid not null,
  came_at timestamptz not null,
  door text not null check (char_length(door) between 1 and 60),
  other_at timestamptz,
  other_door text check (char_length(other_door) between 1 and 60),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, booking) references residents.bookings (tenant, id),
  constraint arrives_once unique (tenant, booking)
);
comment on table residents.arrivals is 'fact. A booking that came to the door, by the device''s clock (came_at), perhaps sent later. Let in at two doors without a line it came once: the earlier one stands, the other is kept beside it (other_at, other_door).';
create index arrivals_of_service on residents.arrivals (tenant, service, booking);

create table residents.contact_points (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  open boolean not null,
  answer_days int not null default 14 check (answer_days between 1 and 60),
  keep_days int not null default 365 check (keep_days between 30 and 1825),
  rev int not null default 1,
  primary key (tenant, id),
  constraint one_contact_point unique (tenant)
);
comment on table residents.contact_points is 'fact. The contact point of a region for foreign residents: whether it takes questions, in how many working days it promises an answer (its own promise, not the law''s), and after how many days words and contact are erased.';

create table residents.questions (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  receipt text not null unique check (receipt ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  key_hash bytea check (length(key_hash) = 32),
  kind text not null check (kind in ('question', 'complaint')),
  topic text not null check (topic in ('waste', 'civil_registry', 'disaster', 'school', 'safety', 'other')),
  words text check (char_length(words) between 1 and 5000),
  words_lang text not null check (words_lang in ('id', 'en', 'ja', 'ko')),
  contact text check (char_length(contact) between 1 and 254),
  received_on text not null check (received_on ~ '^\d{4}-\d{2}-\d{2}$'),
  answer_days int not null,
  due_on text not null check (due_on ~ '^\d{4}-\d{2}-\d{2}$'),
  answer text check (char_length(answer) between 1 and 5000),
  answer_lang text check (answer_lang in ('id', 'en', 'ja', 'ko')),
  answered_on text check (answered_on ~ '^\d{4}-\d{2}-\d{2}$'),
  purge_on text not null check (purge_on ~ '^\d{4}-\d{2}-\d{2}$'),
  purged_at timestamptz,
  rev int not null default 1,
  primary key (tenant, id),
  constraint answered_on_a_day check ((answered_on is null) = (answer_lang is null)),
  constraint purged_without_words check (purged_at is null or (words is null and contact is null and answer is null))
);
comment on table residents.questions is 'fact. A question or complaint of a foreign resident, with its receipt, the day until which an answer was promised when it came, and the answer.';
comment on column residents.questions.words is 'personal. May name people.';
comment on column residents.questions.contact is 'personal. Given freely, to be answered.';
comment on column residents.questions.answer is 'personal. Written to one person.';
create index questions_waiting on residents.questions (tenant, due_on, id) where answered_on is null;

create table residents.published (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  kind text not null check (kind in ('service', 'contact')),
  slug text not null unique,
  region_slug text not null,
  relations uuid[] not null default '{}',
  document jsonb not null,
  demonstration boolean not null,
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid not null,
  primary key (tenant, id)
);
comment on table residents.published is 'published. What the world sees of a service (kind service) and that a region takes questions (kind contact; its slug is the region''s, behind a stroke).';
create index published_of_region on residents.published (region_slug, kind);

create table residents.withdrawn (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique,
  demonstration boolean not null,
  withdrawn_at timestamptz not null default clock_timestamp(),
  primary key (tenant, id)
);
comment on table residents.withdrawn is 'published. Pages of services that were taken back: they answer 410 until published again.';

-- Whatever writes a booking (a form, an officer, an undo), a session never holds more people than fit in. The row of the
-- session is held meanwhile, so that two at once are seen by one another.
create function residents.keep_places() returns trigger language plpgsql as $$
declare
  fits int;
  held int;
begin
  select capacity into fits from residents.slots s where s.tenant = new.tenant and s.id = new.slot for no key update;
  select coalesce(sum(party), 0) into held from residents.bookings b
  where b.tenant = new.tenant and b.slot = new.slot and b.state = 'booked';
  if held > fits then
    raise exception 'residents: % people for % places', held, fits using errcode = '23505', constraint = 'never_overbooked';
  end if;
  return null;
end
$$;
create trigger keep_places after insert or update of state, party, slot on residents.bookings
  for each row when (new.state = 'booked') execute function residents.keep_places();

create function residents.keep_capacity() returns trigger language plpgsql as $$
begin
  if (select coalesce(sum(party), 0) from residents.bookings b
      where b.tenant = new.tenant and b.slot = new.id and b.state = 'booked') > new.capacity then
    raise exception 'residents: fewer places than people' using errcode = '23505', constraint = 'never_overbooked';
  end if;
  return null;
end
$$;
create trigger keep_capacity after update of capacity on residents.slots
  for each row when (new.capacity < old.capacity) execute function residents.keep_capacity();

-- The one decision over places: all of a household or none of it. Whoever holds the session's row decides, and each
-- statement below sees what the one before committed. `free` is what was free then. Outcomes: booked, waiting, full (it
-- did not want to wait), too_large (it never fits), too_many (more than a household or a group may be), closed, past,
-- twice (this contact stands in this service already), gone.
create function residents.book(b_id uuid, b_slot uuid, b_receipt text, b_key bytea, b_party int, b_body text, b_name text,
  b_contact text, b_language text, b_waits boolean, b_origin text)
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
    when v.voided_on is not null then 'gone'
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

-- Whoever waits first and fits whole gets what is free, until nobody fits. The caller holds the session's row.
create function residents.promote(p_slot uuid) returns int language plpgsql as $$
declare
  here uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  next uuid;
  n int := 0;
begin
  loop
    select b.id into next from residents.bookings b, residents.slots s
    where s.tenant = here and s.id = p_slot and s.starts_at > clock.at() and b.tenant = here and b.slot = p_slot and b.state = 'waiting'
      and b.party <= s.capacity - (select coalesce(sum(x.party), 0) from residents.bookings x
        where x.tenant = here and x.slot = p_slot and x.state = 'booked')
    order by b.seq limit 1;
    exit when not found;
    update residents.bookings set state = 'booked', promoted_at = clock.at(), rev = rev + 1 where tenant = here and id = next;
    n := n + 1;
  end loop;
  return n;
end
$$;

-- Gives the places of a booking back, and in the same moment to whoever waits. Answers cancelled, was_cancelled, came
-- (it stands at the door already), past (its session has begun; not asked of officers) or gone, and how many came up.
create function residents.cancel(b_id uuid, b_by_officer boolean)
returns table (outcome text, promoted int) language plpgsql as $$
declare
  here uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  b residents.bookings;
  begins timestamptz;
begin
  select * into b from residents.bookings x where x.tenant = here and x.id = b_id;
  if not found then return query select 'gone', 0; return; end if;
  select s.starts_at into begins from residents.slots s where s.tenant = here and s.id = b.slot for no key update;
  if not b_by_officer and begins <= clock.at() then return query select 'past', 0; return; end if;
  if exists (select from residents.arrivals a where a.tenant = here and a.booking = b_id) then
    return query select 'came', 0; return;
  end if;
  update residents.bookings x set state = 'cancelled', cancelled_at = clock.at(), rev = x.rev + 1
  where x.tenant = here and x.id = b_id and x.state <> 'cancelled';
  if not found then return query select 'was_cancelled', 0; return; end if;
  return query select 'cancelled', residents.promote(b.slot);
end
$$;

-- What a receipt opens, in whatever region: only where its key is known too.
create function residents.told_by_receipt(asked text, key bytea)
returns table (tenant uuid, kind text, id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select x.tenant, x.kind, x.id from (
    select b.tenant, 'booking' as kind, b.id from residents.bookings b where b.receipt = asked and b.key_hash = key
    union all
    select q.tenant, 'question', q.id from residents.questions q where q.receipt = asked and q.key_hash = key) x
  join reference.regions r on r.tenant = x.tenant
  where r.demonstration = platform.is_demonstration()
$$;
revoke all on function residents.told_by_receipt(text, bytea) from public;

-- What the ledger kept of values that were erased from these rows; the chain still verifies. Rows that were not erased
-- keep theirs, whoever asks.
create function residents.forget(gone uuid[]) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  here uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  n int;
begin
  delete from ledger.personal p using ledger.changes c
  where p.tenant = here and c.tenant = here and c.id = p.change and c.row_id = any(gone)
    and (c.table_name = 'residents.bookings' and exists (
        select from residents.bookings b where b.tenant = here and b.id = c.row_id and b.purged_at is not null)
      or c.table_name = 'residents.questions' and exists (
        select from residents.questions q where q.tenant = here and q.id = c.row_id and q.purged_at is not null));
  get diagnostics n = row_count;
  return n;
end
$$;
revoke all on function residents.forget(uuid[]) from public;
