-- Calendars: secret feeds, invitations by mail, days off of other countries.
create schema calendar;

create table calendar.feeds (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  link uuid not null,
  scope text not null check (scope in ('own', 'region', 'relation')),
  relation uuid,
  account uuid not null,
  organisations boolean not null default false,
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, link),
  foreign key (tenant, link) references links.links (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id),
  constraint relation_where_it_is_of_one check ((scope = 'relation') = (relation is not null))
);
comment on table calendar.feeds is 'fact. What a secret calendar address shows: what concerns its maker (own), the region, or one relation. It shows only what its maker (account) may read on the day it is asked. organisations: whether bodies that take part are named.';

create table calendar.reads (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  feed uuid not null,
  read_at timestamptz not null default transaction_timestamp(),
  primary key (tenant, feed),
  foreign key (tenant, feed) references calendar.feeds (tenant, id) on delete cascade
);
comment on table calendar.reads is 'working. When a calendar last asked for a feed, to the hour; never who or from where.';

-- What a calendar needs to know which of two states of a meeting is the later one.
create table calendar.stamps (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  activity uuid not null,
  sequence int not null default 0,
  changed_at timestamptz not null default transaction_timestamp(),
  primary key (tenant, activity),
  foreign key (tenant, activity) references agenda.activities (tenant, id) on delete cascade
);
comment on table calendar.stamps is 'derived. Of each activity when it last changed, and how often what a calendar shows of it (day, time, place, subject, called off) did: SEQUENCE and LAST-MODIFIED of RFC 5545. Kept by a trigger, so that undo counts too.';

insert into calendar.stamps (tenant, activity, changed_at)
select tenant, id, case when substr(id::text, 15, 1) = '7'
  then least(to_timestamp((('x' || substr(replace(id::text, '-', ''), 1, 12))::bit(48)::bigint) / 1000.0), transaction_timestamp())
  else transaction_timestamp() end
from agenda.activities;

create table calendar.invitations (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  activity uuid not null,
  address text not null check (char_length(address) between 3 and 254 and address !~ '[[:cntrl:][:space:]<>,;:"]'),
  name text check (char_length(name) between 1 and 200 and name !~ '[[:cntrl:]]'),
  language text not null default 'id' check (language in ('id', 'en', 'ja', 'ko')),
  withdrawn boolean not null default false,
  made_by uuid,
  made_at timestamptz not null default transaction_timestamp(),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, activity, address),
  foreign key (tenant, activity) references agenda.activities (tenant, id)
);
comment on table calendar.invitations is 'fact. Who was invited to a planned meeting by mail, in which language. They are told when it moves or is called off; withdrawn: told that they need not come.';
comment on column calendar.invitations.address is 'personal. A mail address.';
comment on column calendar.invitations.name is 'personal. The name that stands beside the address.';

create table calendar.deliveries (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  invitation uuid not null,
  sequence int not null,
  method text not null check (method in ('REQUEST', 'CANCEL')),
  tries int not null default 0,
  claimed_until timestamptz,
  sent_at timestamptz,
  primary key (tenant, invitation, sequence, method),
  foreign key (tenant, invitation) references calendar.invitations (tenant, id)
);
comment on table calendar.deliveries is 'working. The mails of an invitation: one for each state of the meeting and kind (invited, called off). A sender claims a row before it sends and marks it after, so that one address gets one mail for one state.';

-- The agenda does not know of calendars: what changes there is noted here, and told to those who were invited.
create function calendar.note_activity() returns trigger language plpgsql as $$
declare
  shown boolean := true;
begin
  if tg_op = 'UPDATE' then
    shown := (old.occurred_on, old.ended_on, old.starts_at, old.ends_at, old.place, old.about, old.voided_on is null)
      is distinct from (new.occurred_on, new.ended_on, new.starts_at, new.ends_at, new.place, new.about, new.voided_on is null);
  end if;
  insert into calendar.stamps as s (tenant, activity, changed_at) values (new.tenant, new.id, transaction_timestamp())
  on conflict (tenant, activity) do update
    set changed_at = excluded.changed_at, sequence = s.sequence + case when shown then 1 else 0 end;
  if tg_op = 'UPDATE' and shown and exists (
    select from calendar.invitations i where i.tenant = new.tenant and i.activity = new.id and not i.withdrawn
  ) then
    perform platform.enqueue('calendar.send', json_build_object('tenant', new.tenant, 'activity', new.id), 'calendar.send ' || new.id);
  end if;
  return null;
end
$$;
create trigger note_in_calendar after insert or update on agenda.activities
  for each row execute function calendar.note_activity();

create table reference.foreign_days (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  country text not null check (country in ('JP', 'KR')),
  day text not null check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  name text check (char_length(name) between 1 and 200),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, country, day)
);
comment on table reference.foreign_days is 'fact. What a region changed of the days off of Japan and Korea (src/slices/reference/holidays-jp.csv, holidays-kr.csv): a row takes the place of that day there; without a name the day is a working day. They are shown when a date is chosen and count in no clock.';
