-- What readers of the portal say is wrong.
create schema corrections;

create table corrections.corrections (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  receipt text not null unique check (receipt ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  subject uuid not null,
  page text not null check (char_length(page) <= 500),
  topic text check (char_length(topic) <= 200),
  words text not null check (char_length(words) between 1 and 5000),
  words_lang text not null check (words_lang in ('id', 'en', 'ja', 'ko')),
  contact text check (char_length(contact) <= 254),
  state text not null default 'new' check (state in ('new', 'accepted', 'declined')),
  answer text check (char_length(answer) <= 2000),
  received_on text not null check (received_on ~ '^\d{4}-\d{2}-\d{2}$'),
  answered_on text check (answered_on ~ '^\d{4}-\d{2}-\d{2}$'),
  rev int not null default 1,
  primary key (tenant, id),
  constraint answered_when_settled check ((state = 'new') = (answered_on is null))
);
comment on table corrections.corrections is 'fact. What a reader of the portal says is wrong (Ada yang keliru?), with the receipt under which its state can be asked.';
comment on column corrections.corrections.contact is 'personal. Given freely, to be answered.';
comment on column corrections.corrections.words is 'personal. May name people.';
create index corrections_waiting on corrections.corrections (tenant, state, received_on);

-- What a receipt tells to whoever holds it, in whatever region: neither the words nor who wrote them.
create function corrections.told_by_receipt(asked text)
returns table (state text, received_on text, answered_on text, answer text, page text)
language sql stable security definer set search_path = pg_catalog as $$
  select c.state, c.received_on, c.answered_on, c.answer, c.page
  from corrections.corrections c join reference.regions r on r.tenant = c.tenant
  where c.receipt = asked and r.demonstration = platform.is_demonstration()
$$;
revoke all on function corrections.told_by_receipt(text) from public;
