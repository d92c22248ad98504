-- Points discussed at a meeting (pokok bahasan), and where a follow-up comes from and how it ended.
create table agenda.topics (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  activity uuid not null,
  position int not null,
  theme text check (theme in ('layanan_dasar', 'infrastruktur_penunjang', 'perizinan_tata_ruang', 'lingkungan', 'ketenagakerjaan_vokasi', 'csr_tjsl', 'keamanan_ketertiban', 'pajak_retribusi', 'data_pelaporan')),
  words text not null check (char_length(words) between 1 and 500),
  words_lang text not null default 'id' check (words_lang ~ '^[a-z]{2}(-[A-Za-z]{4})?$'),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, activity) references agenda.activities (tenant, id)
);
comment on table agenda.topics is 'fact. A point discussed at an activity (pokok bahasan), in the officer''s own words. theme is one of the issue themes of estates and similar meetings (domain §7), by which the body in charge is proposed. Who answers it and until when is a follow-up whose subject is this row.';
create index topics_of_activity on agenda.topics (tenant, activity, position);

-- A request of the partner, or a word that we gave: both wait from the day on which they were said.
alter table followup.follow_ups add column origin text check (origin in ('asked', 'promised'));
-- What came of it: the answer, in the officer's words.
alter table followup.follow_ups add column note text check (char_length(note) between 1 and 2000);
alter table followup.follow_ups add constraint note_at_the_end check (note is null or ended_on is not null);
create index follow_ups_asked on followup.follow_ups (tenant, from_on) where origin = 'asked' and ended_on is null;
