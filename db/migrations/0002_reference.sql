-- Regions are the tenants; everything here says how one region is made up.
create schema reference;

create table reference.regions (
  tenant uuid primary key,
  id uuid generated always as (tenant) stored,
  code text not null unique check (code ~ '^[0-9]{2}(\.[0-9]{2})?$'),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  tier text not null check (tier in ('provinsi', 'kabupaten', 'kota')),
  province text not null check (province ~ '^[0-9]{2}$'),
  name text not null check (char_length(name) between 1 and 200),
  names jsonb not null default '{}',
  zone text not null default 'WIB' check (zone in ('WIB', 'WITA', 'WIT')),
  cuti_bersama_counts boolean not null default false,
  demonstration boolean not null default false,
  rev int not null default 1
);
comment on table reference.regions is 'fact. A region by its code of Kemendagri (32.75), which is the identity: Kabupaten Bekasi and Kota Bekasi are two. code and slug are unique over the installation because they are public addresses. cuti_bersama_counts: whether its clocks count days of joint leave as working days.';

create table reference.units (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  short_name text check (char_length(short_name) <= 60),
  kind text not null check (kind in ('bagian_kerja_sama', 'opd', 'pimpinan', 'sekretariat', 'lain')),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, name)
);
comment on table reference.units is 'fact. The bodies inside a region (perangkat daerah); the cooperation unit''s name differs by region.';

create table reference.officials (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  office text not null check (office ~ '^[a-z_]+$'),
  capacity text not null check (capacity in ('definitif', 'pj', 'plt', 'plh')),
  unit uuid,
  from_on text check (from_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  to_on text check (to_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  seen_on text not null check (seen_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, unit) references reference.units (tenant, id),
  constraint term_runs_forward check (left(from_on, least(length(from_on), length(to_on))) <= left(to_on, least(length(from_on), length(to_on))))
);
comment on table reference.officials is 'fact. Who holds an office of the region, in which capacity, from when to when; seen_on is a day on which a source shows the person in office when the term itself is not known.';
comment on column reference.officials.name is 'public. Office holders act in public; their names are not personal columns.';
create index officials_by_office on reference.officials (tenant, office, from_on);

create table reference.holidays (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  day text not null check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  kind text not null check (kind in ('nasional', 'cuti_bersama', 'daerah')),
  name text not null check (char_length(name) between 1 and 200),
  names jsonb not null default '{}',
  basis text check (char_length(basis) <= 200),
  verified text not null default 'M' check (verified in ('V', 'V2', 'M')),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, day, kind)
);
comment on table reference.holidays is 'fact. The days on which this region''s clocks do not count. Typed from the joint decree (SKB) of the year and editable; verified says how far that was checked.';

create table reference.holiday_years (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  year int not null check (year between 1990 and 2100),
  basis text check (char_length(basis) <= 200),
  complete boolean not null default false,
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, year)
);
comment on table reference.holiday_years is 'fact. Whether the table of a year is complete; a clock that runs into a year without it says that its date is provisional.';

create table reference.affairs (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  code text not null check (code ~ '^[a-z_]+$'),
  name text not null check (char_length(name) between 1 and 200),
  heading text not null check (heading in ('wajib_dasar', 'wajib_lain', 'pilihan', 'penunjang')),
  sectors text[] not null default '{}',
  unit uuid,
  verified text not null default 'M' check (verified in ('V', 'V2', 'M')),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, code),
  foreign key (tenant, unit) references reference.units (tenant, id)
);
comment on table reference.affairs is 'fact. Regional government affairs (urusan pemerintahan daerah), the catalogue''s fields that usually belong to each, and the body in charge. Seeded unverified and editable.';

create table reference.published (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  slug text not null unique,
  document jsonb not null,
  demonstration boolean not null,
  published_at timestamptz not null default clock_timestamp(),
  primary key (tenant, id)
);
comment on table reference.published is 'published. The region as its portal shows it: names, tier, code. One row per region, id = tenant.';

create function reference.note_real_region() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not new.demonstration then
    update platform.mode set real_since = clock_timestamp() where real_since is null;
  end if;
  return null;
end
$$;
create trigger note_real_region after insert or update on reference.regions for each row execute function reference.note_real_region();
