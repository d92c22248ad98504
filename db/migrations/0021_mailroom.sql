-- The mailroom: letters in and out, their register, dispositions, threads and the rules of routing.

create table letters.threads (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  title text not null check (char_length(title) between 1 and 200),
  partner uuid,
  correspondent text check (char_length(correspondent) between 1 and 200),
  mission boolean not null default false,
  language text check (language ~ '^[a-z]{2,3}$'),
  due_on text check (due_on ~ '^\d{4}-\d{2}-\d{2}$'),
  ended_on text check (ended_on ~ '^\d{4}-\d{2}-\d{2}$'),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, partner) references partners.partners (tenant, id)
);
comment on table letters.threads is 'fact. Letters of one matter in both directions (utas). mission: with a diplomatic mission; closed, never published. Its status follows from its letters until an officer ends it.';
comment on column letters.threads.correspondent is 'personal. With whom, in words, perhaps a private person.';

create table letters.mail (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  kind text not null check (kind ~ '^[a-z_]+$'),
  partner uuid,
  correspondent text check (char_length(correspondent) between 1 and 200),
  mission boolean not null default false,
  number text check (char_length(number) between 1 and 100),
  issuer text check (char_length(issuer) between 1 and 200),
  srikandi_ref text check (char_length(srikandi_ref) between 1 and 100),
  dated_on text check (dated_on ~ '^\d{4}-\d{2}-\d{2}$'),
  passed_on text not null check (passed_on ~ '^\d{4}-\d{2}-\d{2}$'),
  channel text not null check (channel in ('post', 'mail', 'hand', 'phone', 'srikandi')),
  spoke text check (char_length(spoke) between 1 and 200),
  subject text not null check (char_length(subject) between 1 and 500),
  language text check (language ~ '^[a-z]{2,3}$'),
  nature text not null default 'biasa' check (nature in ('biasa', 'segera', 'sangat_segera')),
  security text not null default 'biasa' check (security in ('biasa', 'terbatas', 'rahasia')),
  seen_at text check (char_length(seen_at) between 1 and 200),
  body text check (char_length(body) between 1 and 20000),
  wants_answer boolean not null default false,
  answer_by text check (answer_by ~ '^\d{4}-\d{2}-\d{2}$'),
  answers uuid,
  answered_by uuid,
  answered_on text check (answered_on ~ '^\d{4}-\d{2}-\d{2}$'),
  answered_how text check (char_length(answered_how) between 1 and 500),
  thread uuid,
  voided_on text check (voided_on ~ '^\d{4}-\d{2}-\d{2}$'),
  voided_reason text check (char_length(voided_reason) between 1 and 2000),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, partner) references partners.partners (tenant, id),
  foreign key (tenant, thread) references letters.threads (tenant, id),
  constraint from_or_to_somebody check (partner is not null or correspondent is not null),
  constraint a_call_names_who_spoke check (channel <> 'phone' or spoke is not null),
  constraint awaited_by_a_day check (answer_by is null or wants_answer),
  constraint answered_somehow check (answered_on is null or answered_by is not null or answered_how is not null),
  constraint voided_with_a_reason check ((voided_on is null) = (voided_reason is null))
);
comment on table letters.mail is 'fact. Letters that came in, and letters that went out without having been written here (direction). number is the one the writer''s office gave, of its year; passed_on the day it came in or went out; answers the letter of the other direction that it answers (here or in letters.letters), answered_by the one that answers it. A phone call is kept as a state with who spoke. mission: a diplomatic mission; closed.';
comment on column letters.mail.correspondent is 'personal. From or to whom, in words, perhaps a private person.';
comment on column letters.mail.spoke is 'personal. Who spoke on the phone, or handed it in.';
create index mail_newest on letters.mail (tenant, direction, passed_on desc, id desc);
create index mail_of_thread on letters.mail (tenant, thread) where thread is not null;
create index mail_that_answers on letters.mail (tenant, answers) where answers is not null;
create index mail_of_partner on letters.mail (tenant, partner) where partner is not null;
create index mail_unanswered on letters.mail (tenant, answer_by, id) where wants_answer and answered_on is null and voided_on is null;

create table letters.mail_relations (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  mail uuid not null,
  relation uuid not null,
  primary key (tenant, id),
  unique (tenant, mail, relation),
  foreign key (tenant, mail) references letters.mail (tenant, id),
  foreign key (tenant, relation) references relations.relations (tenant, id)
);
comment on table letters.mail_relations is 'fact. Which relations a letter belongs to (none, one or several).';
create index mail_of_relation on letters.mail_relations (tenant, relation);

create table letters.mail_files (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  mail uuid not null,
  file uuid not null,
  position int not null,
  primary key (tenant, id),
  unique (tenant, mail, file),
  foreign key (tenant, mail) references letters.mail (tenant, id),
  foreign key (tenant, file) references files.files (tenant, id)
);
comment on table letters.mail_files is 'fact. The files of a letter: its scan, its attachments.';

create table letters.counters (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  book text not null check (book in ('in', 'out')),
  year int not null check (year between 1900 and 2200),
  last int not null check (last >= 1),
  primary key (tenant, book, year)
);
comment on table letters.counters is 'working. The last register number of a book and year. Counted up by the statement that draws a number, in the transaction of its act: what is rolled back leaves no gap, and no undo turns it back.';

create table letters.register (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  book text not null check (book in ('in', 'out')),
  year int not null check (year between 1900 and 2200),
  number int not null check (number >= 1),
  suffix text not null default '' check (suffix ~ '^[a-z]?$'),
  letter uuid not null,
  entered_on text not null check (entered_on ~ '^\d{4}-\d{2}-\d{2}$'),
  cancelled_on text check (cancelled_on ~ '^\d{4}-\d{2}-\d{2}$'),
  cancelled_reason text check (char_length(cancelled_reason) between 1 and 2000),
  rev int not null default 1,
  primary key (tenant, id),
  constraint one_entry_per_number unique (tenant, book, year, number, suffix),
  constraint cancelled_with_a_reason check ((cancelled_on is null) = (cancelled_reason is null))
);
comment on table letters.register is 'fact. Our own register (buku agenda): one number per letter, gapless per book and year, never used again. A cancelled one stays with its reason; what was forgotten stands behind a number as 12.a.';
create unique index one_number_per_letter on letters.register (tenant, letter) where cancelled_on is null;
create index register_of_letter on letters.register (tenant, letter);

create table letters.dispositions (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  mail uuid not null,
  office text not null check (char_length(office) between 1 and 200),
  instruction text not null check (char_length(instruction) between 1 and 500),
  due_on text check (due_on ~ '^\d{4}-\d{2}-\d{2}$'),
  given_on text not null check (given_on ~ '^\d{4}-\d{2}-\d{2}$'),
  rev int not null default 1,
  primary key (tenant, id),
  foreign key (tenant, mail) references letters.mail (tenant, id)
);
comment on table letters.dispositions is 'fact. What an office wrote on a letter (disposisi): who does what by when. Each recipient has a follow-up of the letter.';
create index dispositions_of_mail on letters.dispositions (tenant, mail, id);

create table letters.disposition_recipients (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  disposition uuid not null,
  unit uuid,
  person text check (char_length(person) between 1 and 200),
  follow_up uuid not null,
  primary key (tenant, id),
  foreign key (tenant, disposition) references letters.dispositions (tenant, id),
  foreign key (tenant, unit) references reference.units (tenant, id),
  constraint somebody check (unit is not null or person is not null)
);
comment on table letters.disposition_recipients is 'fact. To whom a letter is disposed: an agency, a person, or a person of an agency.';
comment on column letters.disposition_recipients.person is 'personal. Who does it, by name.';
create index recipients_of_disposition on letters.disposition_recipients (tenant, disposition);

create table letters.routing (
  tenant uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references reference.regions,
  id uuid not null,
  kind text not null check (kind ~ '^[a-z_]+$'),
  attention text not null default '' check (char_length(attention) <= 300),
  through text not null default '' check (char_length(through) <= 300),
  copies text not null default '' check (char_length(copies) <= 2000),
  rev int not null default 1,
  primary key (tenant, id),
  unique (tenant, kind)
);
comment on table letters.routing is 'fact. A region''s own routing of letters by kind of addressee in place of the delivered one: u.p., melalui, tembusan (a line each).';

alter table letters.letters
  add column thread uuid,
  add column srikandi_ref text check (char_length(srikandi_ref) between 1 and 100),
  add constraint letters_of_thread foreign key (tenant, thread) references letters.threads (tenant, id);
comment on column letters.letters.thread is 'The matter to which a letter belongs (utas).';
comment on column letters.letters.srikandi_ref is 'Where the national e-office gave the number: its reference there.';
create index letters_in_thread on letters.letters (tenant, thread) where thread is not null;
