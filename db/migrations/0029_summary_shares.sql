-- What follows from a meeting is shown to a partner only where the officer chose it for that link.
create table agenda.summary_shares (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  summary uuid not null,
  link uuid not null,
  tasks jsonb not null default '[]' check (jsonb_typeof(tasks) = 'array' and jsonb_array_length(tasks) <= 50),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, link),
  foreign key (tenant, summary) references agenda.summaries (tenant, id),
  foreign key (tenant, link) references links.links (tenant, id)
);
comment on table agenda.summary_shares is 'fact. What a link to a summary shows beside its text: follow-ups that the officer chose when she handed it out, as they stood then (tasks: what, agency, day; nobody''s name). A link without a row here shows none.';
comment on column agenda.summary_shares.tasks is 'personal. Follow-ups in the officer''s words.';
create index shares_of_summary on agenda.summary_shares (tenant, summary);
