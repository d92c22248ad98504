-- Papers of the office: letters to partners and missions, and what is written of a meeting.
alter table letters.letters alter column relation drop not null;
alter table letters.letters
  add column activity uuid,
  add column purpose text check (purpose ~ '^[a-z_]+$'),
  add column reply_by text check (reply_by ~ '^\d{4}-\d{2}-\d{2}$'),
  add column follow_up uuid,
  add constraint letters_of_activity foreign key (tenant, activity) references agenda.activities (tenant, id),
  add constraint letters_of_follow_up foreign key (tenant, follow_up) references followup.follow_ups (tenant, id),
  add constraint belongs_somewhere check (relation is not null or activity is not null);
comment on column letters.letters.activity is 'The meeting that a letter is written of or for; then it may stand without a relation.';
comment on column letters.letters.purpose is 'What a letter to a partner is for: recommendation, enquiry, answer, thanks, invitation.';
comment on column letters.letters.reply_by is 'Until when an answer is wanted, where somebody said so; never assumed.';
comment on column letters.letters.follow_up is 'The follow-up that gave birth to the letter; it is offered to be ended when the letter went out.';
create index letters_of_meeting on letters.letters (tenant, activity, id) where activity is not null;
