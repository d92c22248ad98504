-- A national register of invented regions, for measuring only. Every value is a hash of its row's number, so two runs
-- give the same rows; every name says that it is an example (Contoh, 架空, 가상, 虚构), and every region is marked a
-- demonstration. Run by volume.ts as the owner on an empty, migrated database; :relations is the number of relations.
-- Rows go in without triggers, so their acts and changes are written here the way ledger.track() would write them.

-- ── means
create function pg_temp.h(i bigint, salt int, n int) returns int language sql immutable as
  'select ((hashint8extended(i, salt) & 9223372036854775807) % n)::int';
-- A UUIDv7 whose time grows with the row's number, as the product's ids do.
create function pg_temp.uuid(i bigint, salt int) returns uuid language sql immutable as $$
  select (lpad(to_hex(1577836800000 + i * 1000000), 12, '0') || '7' || substr(m, 1, 3) || '8' || substr(m, 4, 15))::uuid
  from (select md5(i || '/' || salt) as m) x $$;
create function pg_temp.pick(a text[], i bigint, salt int) returns text language sql immutable as
  'select a[1 + pg_temp.h(i, salt, cardinality(a))]';
-- An invented word of three syllables, in one of four scripts.
create function pg_temp.word(syllables text[], i bigint) returns text language sql immutable as
  'select pg_temp.pick(syllables, i, 11) || pg_temp.pick(syllables, i, 12) || pg_temp.pick(syllables, i, 13) || pg_temp.pick(syllables, i, 14)';

-- ── regions
-- 38 provinces (codes 60 to 97) and 514 below them, each set up as the product would: under an act, with its ledger.
do $$
declare
  r int;
  province int;
  code text;
  region uuid;
  officer uuid;
  region_name text;
begin
  for r in 1..552 loop
    province := case when r <= 38 then r else 1 + (r - 39) % 38 end;
    code := (59 + province) || case when r <= 38 then '' else '.' || lpad(((r - 39) / 38 + 1)::text, 2, '0') end;
    region := pg_temp.uuid(r, 1);
    region_name := case when r <= 38 then 'Provinsi Contoh ' || lpad(r::text, 2, '0') else 'Kabupaten Contoh ' || lpad((r - 38)::text, 3, '0') end;
    perform set_config('app.tenant', region::text, true);
    perform ledger.open_act(pg_temp.uuid(r, 2));
    insert into reference.regions (tenant, code, slug, tier, province, name, demonstration)
    values (region, code, 'contoh-' || r, case when r <= 38 then 'provinsi' else 'kabupaten' end, left(code, 2), region_name, true);
    insert into reference.published (tenant, id, slug, document, demonstration)
    values (region, region, 'contoh-' || r, jsonb_build_object('slug', 'contoh-' || r, 'code', code, 'tier',
      case when r <= 38 then 'provinsi' else 'kabupaten' end, 'name', region_name, 'names', '{}'::jsonb), true);
    insert into sources.sources (tenant, id, kind, title, entered_note)
    values (region, pg_temp.uuid(r, 4), 'staff', 'Catatan contoh', 'demonstration');
    -- Officers: the five large regions (39 to 43) and three ordinary ones.
    if r between 39 and 46 then
      officer := pg_temp.uuid(r, 3);
      insert into identity.accounts (id, email, name, demonstration)
      values (officer, 'petugas-' || r || '@contoh.invalid', 'Petugas ' || region_name, true);
      insert into identity.memberships (tenant, id, account, role, name, email)
      values (region, pg_temp.uuid(r, 5), officer, 'petugas', 'Petugas ' || region_name, 'petugas-' || r || '@contoh.invalid');
    end if;
    -- One reader of the register, of province 61.
    if r = 2 then
      officer := pg_temp.uuid(r, 3);
      insert into identity.accounts (id, email, name, demonstration)
      values (officer, 'provinsi-' || r || '@contoh.invalid', 'Pembaca ' || region_name, true);
      insert into identity.memberships (tenant, id, account, role, name, email)
      values (region, pg_temp.uuid(r, 5), officer, 'provinsi', 'Pembaca ' || region_name, 'provinsi-' || r || '@contoh.invalid');
    end if;
    insert into ledger.acts (tenant, id, kind, verb, subject, body_hash, answer)
    values (region, pg_temp.uuid(r, 2), 'system', 'load.setUp', region, encode(sha256(code::bytea), 'hex'), '{}');
  end loop;
end
$$;

-- ── plan
-- One line per relation: its region (a tenth of all in five large ones), the act that brought it, and its partner,
-- one of 30,000 that appear with several regions and are a row in each.
create temp table plan as
select i, pg_temp.uuid(r, 1) as tenant, r, pg_temp.uuid(i, 21) as relation, pg_temp.uuid(i, 22) as act,
  case when pg_temp.h(i, 5, 100) < 95 then pg_temp.uuid(i, 23) end as partner,
  case when pg_temp.h(w, 6, 100) < 45 then 'foreign_local_government' when pg_temp.h(w, 6, 100) < 75 then 'company'
    when pg_temp.h(w, 6, 100) < 90 then 'university' else 'institution' end as kind,
  w, pg_temp.pick('{JP,KR,CN,AU}', w, 7) as country,
  initcap(pg_temp.word('{ka,mi,to,na,sa,ri,ko,ya,ha,mo,te,lu}', w)) as word,
  (date '2015-01-01' + pg_temp.h(i, 8, 3900)) as began,
  pg_temp.h(i, 9, 12) as reached
from (select i, 1 + pg_temp.h(i, 4, 30000) as w,
    case when pg_temp.h(i, 1, 10) = 0 then 39 + pg_temp.h(i, 2, 5) else 1 + pg_temp.h(i, 3, 552) end as r
  from generate_series(1::bigint, :relations) i) x;
create unique index on plan (i);
analyze plan;
set session_replication_role = replica;

-- ── acts
insert into ledger.acts (tenant, id, kind, verb, subject, body_hash, answer)
select tenant, act, 'system', 'load.importRelation', relation, encode(sha256(i::text::bytea), 'hex'), '{}' from plan;

-- ── partners
insert into partners.partners (tenant, id, kind, name, native_name, native_lang, names, country, slug)
select tenant, partner, kind,
  case kind when 'foreign_local_government' then 'Kota Contoh ' when 'company' then 'PT Contoh ' when 'university' then 'Universitas Contoh ' else 'Lembaga Contoh ' end
    || pg_temp.pick('{"Pengelolaan Sampah ","Air Minum ","Pendidikan Vokasi ","",""}', w, 13) || word || ' ' || w,
  case country
    when 'JP' then '架空市' || pg_temp.word('{カ,ミ,ト,ナ,サ,リ,コ,ヤ,ハ,モ,テ,ル}', w)
    when 'KR' then '가상시' || pg_temp.word('{카,미,토,나,사,리,코,야,하,모,테,루}', w)
    when 'CN' then '虚构市' || pg_temp.word('{卡,米,托,纳,萨,里,科,亚,哈,莫,特,卢}', w) end,
  case country when 'JP' then 'ja' when 'KR' then 'ko' when 'CN' then 'zh' end,
  jsonb_build_object('en', 'Example ' || word || ' ' || w), country, 'mitra-contoh-' || i
from plan where partner is not null;

-- ── relations
insert into relations.relations (tenant, id, slug, partner, label, cooperation_type, purpose, began_on, not_continued_on, last_on, search)
select p.tenant, p.relation, 'contoh-' || p.i, p.partner, case when p.partner is null then 'Penjajakan contoh ' || p.word end,
  case when pg_temp.h(p.i, 31, 10) < 4 then null when p.kind = 'foreign_local_government' then 'ksdpl' when p.kind = 'company' then 'ksdpk' else 'ksdll' end,
  concat_ws(' ',
    pg_temp.pick(array['Kedua pihak ingin menata angkutan sampah dari rumah ke tempat pemrosesan akhir.', 'Daerah ingin belajar cara menurunkan kebocoran pipa air minum.', 'Guru dan siswa sekolah kejuruan saling berkunjung setiap tahun.', 'Pelaku usaha kecil dicarikan pembeli tetap untuk hasil kebun dan kerajinan.'], p.i, 32),
    pg_temp.pick(array['Pembahasan awal menyebut tenaga ahli, pelatihan petugas, dan kajian bersama selama satu tahun.', 'Ruang lingkup akan dirinci setelah kunjungan teknis dan dilaporkan kepada kepala daerah.', 'Biaya ditanggung masing-masing pihak sampai rencana kerja disetujui.'], p.i, 33),
    pg_temp.pick(array['Data ini contoh untuk mengukur kecepatan dan tidak menggambarkan daerah mana pun yang sebenarnya.', 'Seluruh isi baris ini rekaan, dibuat dari nomor urutnya, agar setiap pengukuran dapat diulang.'], p.i, 34)),
  p.began::text,
  case when pg_temp.h(p.i, 35, 100) < 8 then (p.began + 700)::text end,
  case when pg_temp.h(p.i, 36, 100) < 97 then (p.began + pg_temp.h(p.i, 37, 400))::text end,
  lower(normalize(coalesce(concat_ws(' ', c.name, c.native_name, c.names ->> 'en'), 'Penjajakan contoh ' || p.word), nfkc))
from plan p left join partners.partners c on c.tenant = p.tenant and c.id = p.partner;

-- ── processes
insert into relations.processes (tenant, id, relation, procedure, provisional, began_on, initiator)
select tenant, pg_temp.uuid(i, 41), relation, 'foreign-2018', pg_temp.h(i, 31, 10) < 4, began::text, pg_temp.pick('{region,partner,third_party}', i, 42)
from plan where kind = 'foreign_local_government' and partner is not null;
insert into relations.steps (tenant, id, process, step, holder, state, occurred_on)
select tenant, pg_temp.uuid(i, 50 + k), pg_temp.uuid(i, 41),
  ('{prakarsa,penjajakan,pernyataan_kehendak,rencana_kerja_sama,persetujuan_dprd,verifikasi,penyusunan_naskah,pembahasan_naskah,persetujuan_menteri,penandatanganan,pelaksanaan}'::text[])[k],
  'pemda', case when k < reached then 'done' else 'running' end, (began + 30 * k)::text
from plan, generate_series(1, least(11, greatest(1, reached))) k
where kind = 'foreign_local_government' and partner is not null;

insert into relations.documents (tenant, id, relation, process, step, kind, seen_at, dated_on, filed_on)
select tenant, pg_temp.uuid(i, 200 + k), relation, pg_temp.uuid(i, 41),
  ('{prakarsa,penjajakan,pernyataan_kehendak,rencana_kerja_sama,persetujuan_dprd,verifikasi,penyusunan_naskah,pembahasan_naskah,persetujuan_menteri,penandatanganan,pelaksanaan}'::text[])[k],
  ('{surat_penawaran,laporan_penjajakan,loi,rencana_kerja_sama,keputusan_dprd,pertimbangan_tertulis,rancangan_naskah,rancangan_diparaf,surat_konfirmasi,naskah_asli,rencana_kerja}'::text[])[k],
  'Lemari contoh', (began + 30 * k)::text, (began + 30 * k)::text
from plan, generate_series(1, least(11, reached - 1)) k
where kind = 'foreign_local_government' and partner is not null;

insert into relations.texts (tenant, id, relation, process, document, kind, title, signed_on, begins_on, ends_on)
select tenant, pg_temp.uuid(i, 220), relation, pg_temp.uuid(i, 41), pg_temp.uuid(i, 210), 'mou', 'Nota kesepahaman contoh ' || i,
  (began + 300)::text, (began + 300)::text, (began + 300 + 365 * (1 + pg_temp.h(i, 221, 12)))::text
from plan where kind = 'foreign_local_government' and partner is not null and reached = 11;

-- ── fields
insert into relations.fields (tenant, id, relation, position, sector, occurred_on)
select tenant, pg_temp.uuid(i, 70 + k), relation, k,
  pg_temp.pick('{pengelolaan_sampah,air_minum,kualitas_udara,pendidikan_vokasi,transportasi,pariwisata,ketenagakerjaan,kebudayaan,teknologi_informasi,perdagangan}', i, 70 + k), began::text
from plan, generate_series(1, 1 + pg_temp.h(i, 70, 3)) k;
insert into relations.standings (tenant, id, field, standing, occurred_on)
select f.tenant, md5('standing ' || f.id)::uuid, f.id, f.standing, f.occurred_on from relations.fields f join plan p on p.tenant = f.tenant and p.relation = f.relation;

-- ── activities
insert into agenda.activities (tenant, id, slug, kind, about, place, occurred_on)
select tenant, pg_temp.uuid(i, 81), 'kegiatan-contoh-' || i, pg_temp.pick('{kunjungan_resmi,audiensi,forum}', i, 82), 'Pertemuan contoh ' || word, 'Balai Contoh', (began + pg_temp.h(i, 37, 400))::text
from plan where pg_temp.h(i, 80, 2) = 0;
insert into agenda.activity_relations (tenant, id, activity, relation)
select tenant, pg_temp.uuid(i, 83), pg_temp.uuid(i, 81), relation from plan where pg_temp.h(i, 80, 2) = 0;
insert into sources.provenance (tenant, id, subject, field, level, source)
select tenant, pg_temp.uuid(i, 84), relation, 'began_on', 'recorded', pg_temp.uuid(r, 4) from plan;

-- ── register
insert into oversight.register (tenant, id, province, region_code, region_name, partner_name, country, kind, status, soon_on, ends_on, after_end, stage, sectors, last_activity_on, demonstration, holds_from)
select p.tenant, p.relation, g.province, g.code, g.name, coalesce(c.name, n.label), c.country, n.cooperation_type,
  case when n.not_continued_on is not null then 'not_continued' when o.id is null then 'none' when t.id is not null then 'in_force'
    when p.reached > 3 then 'in_process' else 'exploring' end,
  coalesce(t.ends_on::date - 365, 'infinity'), coalesce(t.ends_on::date, 'infinity'), case when t.id is not null then 'ended' end,
  case when o.id is not null then ('{penjajakan,penjajakan,penjajakan,pernyataan_kehendak,rencana,persetujuan_dprd,pertimbangan,naskah,naskah,naskah,penandatanganan,pelaksanaan}'::text[])[p.reached + 1] end,
  (select array_agg(f.sector order by f.position) from relations.fields f where f.tenant = p.tenant and f.relation = p.relation), n.last_on, true, '2026-11-21'
from plan p join reference.regions g on g.tenant = p.tenant join relations.relations n on n.tenant = p.tenant and n.id = p.relation
left join partners.partners c on c.tenant = p.tenant and c.id = p.partner
left join relations.processes o on o.tenant = p.tenant and o.relation = p.relation
left join relations.texts t on t.tenant = p.tenant and t.relation = p.relation;

-- ── published
insert into relations.published (tenant, id, slug, region_slug, title, document, demonstration, published_by)
select p.tenant, p.relation, n.slug, g.slug, coalesce(c.name, n.label), jsonb_strip_nulls(jsonb_build_object('id', p.relation, 'slug', n.slug,
    'region', jsonb_build_object('slug', g.slug, 'code', g.code, 'tier', g.tier, 'name', g.name, 'names', g.names),
    'partner', case when c.id is not null then jsonb_build_object('id', c.id, 'slug', c.slug, 'kind', c.kind, 'name', c.name, 'names', c.names, 'nativeName', c.native_name, 'nativeLang', c.native_lang, 'country', c.country) end,
    'label', n.label, 'fields', (select jsonb_agg(jsonb_build_object('id', f.id, 'position', f.position, 'sector', f.sector, 'standing', f.standing, 'standings', json_build_array(json_build_object('standing', f.standing, 'occurredOn', f.occurred_on)), 'occurredOn', f.occurred_on, 'rev', f.rev) order by f.position) from relations.fields f where f.tenant = p.tenant and f.relation = p.relation),
    'profile', '[]'::jsonb, 'statuses', '[]'::jsonb, 'texts', '[]'::jsonb, 'provenance', '[]'::jsonb)), true, p.act
from plan p join reference.regions g on g.tenant = p.tenant join relations.relations n on n.tenant = p.tenant and n.id = p.relation
left join partners.partners c on c.tenant = p.tenant and c.id = p.partner where pg_temp.h(p.i, 90, 5) = 0;

-- ── changes
-- What ledger.track() would have stored for each row of the act that brought it.
create function pg_temp.note(full_name text, acts text) returns void language plpgsql as $$
begin
  execute format('insert into ledger.changes (tenant, act, table_name, row_id, op, after, salt, leaf)
    select x.tenant, x.act, %1$L, x.id, ''insert'', x.after, x.salt, ledger.leaf_of(x.act, %1$L, x.id, ''insert'', null, x.after, x.salt)
    from (select t.tenant, p.act, t.id, to_jsonb(t) as after, md5(t.id::text)::uuid as salt from %1$s t join plan p on %2$s) x', full_name, acts);
end
$$;
create index on plan (relation);
create index on plan (partner);
select pg_temp.note('partners.partners', 'p.partner = t.id');
select pg_temp.note('relations.relations', 'p.relation = t.id');
select pg_temp.note('relations.published', 'p.relation = t.id');
select pg_temp.note('relations.processes', 'p.relation = t.relation');
select pg_temp.note('relations.steps', 'p.relation = (select c.relation from relations.processes c where c.tenant = t.tenant and c.id = t.process)');
select pg_temp.note('relations.documents', 'p.relation = t.relation');
select pg_temp.note('relations.texts', 'p.relation = t.relation');
select pg_temp.note('relations.fields', 'p.relation = t.relation');
select pg_temp.note('relations.standings', 'p.relation = (select f.relation from relations.fields f where f.tenant = t.tenant and f.id = t.field)');
select pg_temp.note('agenda.activities', 'p.relation = (select l.relation from agenda.activity_relations l where l.tenant = t.tenant and l.activity = t.id)');
select pg_temp.note('agenda.activity_relations', 'p.relation = t.relation');
select pg_temp.note('sources.provenance', 'p.relation = t.subject');

-- ── reference
-- The reference service writes here: the same rows and indexes without ledger, policy or act. They stand in public, which
-- the product leaves alone: no policy is put on them and no backup holds them.
create table public.plain_relations (like relations.relations including all);
insert into public.plain_relations select * from relations.relations;
-- The product's own view with the region beside it.
do $$ begin execute 'create view public.plain_sheets as ' || regexp_replace(pg_get_viewdef('relations.sheets'::regclass), 'SELECT r\.id', 'SELECT r.tenant, r.id'); end $$;
create table public.plain_events (
  id bigint generated always as identity primary key,
  relation uuid not null,
  verb text not null,
  detail jsonb not null,
  at timestamptz not null default clock_timestamp()
);
create index on public.plain_events (relation, at desc);
create table public.plain_made (key text primary key);
set session_replication_role = origin;

-- ── chain
select sum(ledger.chain_acts(tenant)) from reference.regions;

-- ── statistics
vacuum analyze;
