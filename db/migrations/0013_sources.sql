-- Who made a source besides its author, what it links to, and which sources stand apart from the record.
alter table sources.sources
  add column editor text check (char_length(editor) <= 200),
  add column photo text check (char_length(photo) <= 200),
  add column other_outlet boolean not null default false,
  add column related_to uuid,
  add constraint source_is_related_to_another check (related_to <> id),
  add foreign key (tenant, related_to) references sources.sources (tenant, id);
comment on column sources.sources.editor is 'Who edited it, as it says itself.';
comment on column sources.sources.photo is 'Whose photograph it shows, as it says itself ("ANTARA/…").';
comment on column sources.sources.other_outlet is 'Another outlet''s word, kept beside the record ("Sumber lain"): it is followed nowhere and never published.';
comment on column sources.sources.related_to is 'The source that links to this one as a related report. Nothing else is made of it.';
create index sources_related on sources.sources (tenant, related_to) where related_to is not null;

-- In which capacity the speaker held the office then ("menjabat saat itu").
alter table sources.provenance
  add column speaker_capacity text check (speaker_capacity in ('definitif', 'pj', 'plt', 'plh'));

-- A text other than the one the source was entered from is kept, and no span is shown in it.
alter table sources.texts add column fits boolean not null default true;
comment on column sources.texts.fits is 'Whether it is the very text the source was entered from, by its hash: only then do the spans hold.';
