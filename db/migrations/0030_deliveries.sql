-- A mail that a server refused did not leave; one that was taken up and not marked may have left.
alter table calendar.deliveries add column failed boolean not null default false;
comment on column calendar.deliveries.failed is 'Whether the last try was refused. Taken up (tries > 0), not failed and not sent: it is leaving, or its sender died and nobody knows.';

-- Lists of slices that know no partners compare in the same form: 'Surat ke Kōchi' is found by 'kochi'.
create function platform.fold(words text) returns text language sql immutable parallel safe as $$ select partners.fold(words) $$;
