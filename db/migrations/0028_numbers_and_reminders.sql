-- Whose number it is, which agency wrote, who of the own team has a letter in hand, and reminders by mail.

-- A number is an office's own, per year and type (domain law §4.2). What went out before names neither office nor type.
alter table letters.letters
  add column issuer text check (char_length(issuer) between 1 and 200),
  add column number_type text check (number_type ~ '^[a-z_]+$');
comment on column letters.letters.issuer is 'The office that gave the number, in words; null where nobody said so.';
comment on column letters.letters.number_type is 'The type of paper whose series the number belongs to; null in what went out before types were kept.';
drop index letters.one_letter_per_number;
create unique index one_letter_per_number on letters.letters
  (tenant, lower(number), left(coalesce(dated_on, ''), 4), lower(coalesce(issuer, '')), coalesce(number_type, ''))
  where number is not null and state <> 'cancelled';

alter table letters.mail
  add column unit uuid,
  add column number_type text check (number_type ~ '^[a-z_]+$'),
  add constraint mail_of_unit foreign key (tenant, unit) references reference.units (tenant, id);
comment on column letters.mail.unit is 'The agency of the region that wrote or is written to; its words stay in correspondent.';
comment on column letters.mail.number_type is 'The type of paper whose series the number belongs to; null where nobody said so.';
create index mail_with_unit on letters.mail (tenant, unit) where unit is not null;

alter table letters.disposition_recipients
  add column member uuid,
  add constraint recipients_of_team foreign key (tenant, member) references identity.memberships (tenant, id);
comment on column letters.disposition_recipients.member is 'A person of the region with an account, to whom the letter is disposed.';
alter table letters.disposition_recipients drop constraint somebody;
alter table letters.disposition_recipients
  add constraint somebody check (unit is not null or person is not null or member is not null);

-- Reminders.
alter table reference.units add column mail text check (char_length(mail) between 3 and 254 and mail !~ '[[:cntrl:][:space:]<>,;:"]');
comment on column reference.units.mail is 'personal. The address of the agency itself, perhaps in a person''s name: there it is reminded of what it has in hand while nobody of it has an account.';

alter table notices.choices add column reminders boolean not null default false;
comment on column notices.choices.reminders is 'By mail a week before what she has in hand is due, on its day, and then once a week.';
alter table notices.mails drop constraint mails_kind_check;
alter table notices.mails add constraint mails_kind_check check (kind in ('daily', 'at_once', 'reminder'));

create table notices.reminders (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  root uuid not null,
  due_on text not null check (due_on ~ '^\d{4}-\d{2}-\d{2}$'),
  stage text not null check (stage ~ '^(soon|today|since):-?\d{1,6}$'),
  recipient uuid not null,
  to_unit boolean not null default false,
  day text not null check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  made_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  primary key (tenant, id),
  unique (tenant, root, due_on, stage, recipient),
  foreign key (tenant, root) references followup.follow_ups (tenant, id)
);
comment on table notices.reminders is 'working. What was called to mind: one row per follow-up (root), its day, stage and recipient (a membership, or to_unit an agency), so that nothing is told twice. day: the mail it stands in; all of a recipient and day are one mail.';
create index reminders_of_day on notices.reminders (tenant, recipient, day);
create index reminders_made on notices.reminders (made_at);
