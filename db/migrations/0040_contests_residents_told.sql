-- An entry that is put out of a contest after its sheets were opened: an exception on record, with its day and its reason.
-- Nothing of what was judged changes; those behind it move up, and the result says so.
create table contests.disqualifications (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  contest uuid not null,
  entry uuid not null,
  decided_on text not null check (decided_on ~ '^\d{4}-\d{2}-\d{2}$'),
  reason text not null check (char_length(reason) between 1 and 2000),
  primary key (tenant, id),
  foreign key (tenant, contest) references contests.judging (tenant, id),
  foreign key (tenant, entry) references contests.entries (tenant, id),
  constraint disqualified_once unique (tenant, entry)
);
comment on table contests.disqualifications is 'fact. An entry that has no place although it was judged: since when and why, which the announced result says too. Its sheets stay, and go on telling how lenient each juror is.';

alter table contests.placings drop constraint placings_outside_check;
alter table contests.placings add constraint placings_outside_check check (outside in ('last_winner', 'no_sheet', 'disqualified'));

-- An undo of a contest's beginning found its counter in the way. The counter stays without it: were the contest brought
-- back, no number would be given twice.
alter table contests.counters drop constraint counters_tenant_contest_fkey;

-- What whoever booked was told last by mail, so that nobody is told the same twice.
create table residents.told (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  booking uuid not null,
  said text not null check (said in ('came_up', 'called_off', 'stands', 'waits')),
  sent_at timestamptz not null default clock_timestamp(),
  primary key (tenant, booking),
  foreign key (tenant, booking) references residents.bookings (tenant, id) on delete cascade
);
comment on table residents.told is 'working. The last mail to whoever booked: came up from waiting, session called off, takes place after all (stands, or waits still). No address: that stands in the booking and goes with it.';

-- Whatever moves a booking (its holder, an officer, a session that is called off, an undo), its mail is asked for in the
-- same transaction; what there is to tell is found when it is written.
create function residents.tell_booking() returns trigger language plpgsql as $$
begin
  perform platform.enqueue('residents.tell', json_build_object('tenant', new.tenant, 'booking', new.id), 'residents.tell ' || new.id);
  return null;
end
$$;
create trigger tell_booking after update of state on residents.bookings
  for each row when (old.state <> new.state and new.contact ~ '@') execute function residents.tell_booking();
