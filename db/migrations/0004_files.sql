-- Files a region keeps. The bytes lie in the store under their hash; the row says what they are.
create schema files;

create table files.files (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('pdf', 'jpeg', 'png', 'docx', 'xlsx')),
  bytes int not null check (bytes between 1 and 26214400),
  name text not null check (char_length(name) between 1 and 200),
  primary key (tenant, id)
);
comment on table files.files is 'fact. A file by what it is (kind, from its content), how it was named, and the SHA-256 under which the store keeps its bytes.';
create index files_by_hash on files.files (tenant, sha256);
