-- Moving in: a real region takes its code and its address although the demonstration shows the same one, is prepared
-- step by step, and may show its emblem on its portal.

-- What is shown is either the demonstration or the real regions, never both, so an address still means one page.
alter table reference.regions
  drop constraint regions_code_key,
  drop constraint regions_slug_key,
  add constraint one_region_per_code unique (code, demonstration),
  add constraint one_region_per_slug unique (slug, demonstration),
  add column preparing boolean not null default false,
  add column emblem_on_portal boolean not null default false;
comment on table reference.regions is 'fact. A region by its code of Kemendagri (32.75), which is the identity: Kabupaten Bekasi and Kota Bekasi are two. code and slug are unique over the installation because they are public addresses; the demonstration''s stand apart. cuti_bersama_counts: whether its clocks count days of joint leave as working days. preparing: its administrator is still led through what a new region needs. emblem_on_portal: its portal shows the emblem of its letterhead.';

alter table reference.published
  drop constraint published_slug_key,
  add constraint one_card_per_slug unique (slug, demonstration);
comment on table reference.published is 'published. The region as its portal shows it: names, tier, code, and the emblem if it is to be shown. One row per region, id = tenant.';

-- A real province must not read the lines of a demonstration that is over.
create or replace function reference.note_real_region() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not new.demonstration then
    update platform.mode set real_since = clock_timestamp() where real_since is null;
    delete from oversight.register where demonstration;
  end if;
  return null;
end
$$;
