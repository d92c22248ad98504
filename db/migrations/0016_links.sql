-- Links without account: one mechanism for answers, confirmations, attendance, a partner's page and calendar feeds.
create schema links;

create table links.links (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  purpose text not null check (purpose in ('answer_task', 'confirm_summary', 'attend', 'partner_page', 'calendar')),
  subject uuid not null,
  party text not null check (char_length(party) between 1 and 200),
  language text not null default 'id' check (language in ('id', 'en', 'ja', 'ko')),
  token_hash bytea not null unique check (length(token_hash) = 32),
  expires_at timestamptz,
  revoked_at timestamptz,
  made_at timestamptz not null default transaction_timestamp(),
  made_by uuid,
  uses int not null default 0,
  used_at timestamptz,
  rev int not null default 1,
  primary key (tenant, id)
);
comment on table links.links is 'fact. An address that lets somebody without account do one thing (purpose) with one record (subject) until it expires or is revoked. The token itself is made by whoever hands the link out and is stored as its SHA-256 only. made_by is an account. uses counts acts, not looks. A calendar''s address has no end but its revocation.';
comment on column links.links.party is 'personal. To whom it was given, in words: an agency, an embassy, a person.';
create index links_of_subject on links.links (tenant, subject, id);

-- The link is the actor: account then holds its id.
alter table ledger.acts drop constraint acts_kind_check;
alter table ledger.acts add constraint acts_kind_check check (kind in ('person', 'system', 'link'));

-- What a token opens, in whatever region; state is open, expired or revoked. Real time, whatever day a visitor chose.
create function links.told(hash bytea)
returns table (tenant uuid, id uuid, purpose text, subject uuid, party text, language text, expires_at timestamptz, state text)
language sql stable security definer set search_path = pg_catalog as $$
  select l.tenant, l.id, l.purpose, l.subject, l.party, l.language, l.expires_at,
    case when l.revoked_at is not null then 'revoked' when l.expires_at <= transaction_timestamp() then 'expired' else 'open' end
  from links.links l join reference.regions r on r.tenant = l.tenant
  where l.token_hash = hash and (not r.demonstration or platform.is_demonstration())
$$;
revoke all on function links.told(bytea) from public;
