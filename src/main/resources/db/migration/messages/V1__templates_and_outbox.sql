create schema if not exists messages;
comment on schema messages is 'What members are told: texts in versions, planned messages and their fates. Neither addresses nor texts sent are stored.';

create table messages.template (
  code       text        not null,
  reason     text        not null,
  purpose    text        not null,
  channel    text        not null,
  current    int         not null,
  retired    boolean     not null default false,
  created_at timestamptz not null,
  constraint template_pk primary key (code),
  constraint template_purpose_known check (purpose in ('service', 'marketing')),
  constraint template_channel_known check (channel in ('app', 'sms', 'email')),
  constraint template_counted check (current >= 1)
);
comment on table messages.template is 'What a text is for; its words are in template_version.';
comment on column messages.template.code is 'Stable name.';
comment on column messages.template.reason is 'What there is to tell, as a module declared it.';
comment on column messages.template.purpose is 'service, or marketing, which needs consent.';
comment on column messages.template.channel is 'How it reaches the member.';
comment on column messages.template.current is 'The version that makes new messages.';
comment on column messages.template.retired is 'No longer used for new messages.';
comment on column messages.template.created_at is 'Since when.';

create table messages.template_version (
  code         text        not null,
  version      int         not null,
  texts        jsonb       not null,
  note         text        not null,
  published_at timestamptz not null,
  published_by text        not null,
  constraint template_version_pk primary key (code, version),
  constraint template_version_of foreign key (code) references messages.template (code)
);
comment on table messages.template_version is 'The words of a template, never rewritten.';
comment on column messages.template_version.code is 'The template.';
comment on column messages.template_version.version is 'Counts from 1.';
comment on column messages.template_version.texts is 'Subject and body per language.';
comment on column messages.template_version.note is 'What is new and why.';
comment on column messages.template_version.published_at is 'When it was published.';
comment on column messages.template_version.published_by is 'Reference of who did.';

create table messages.message (
  member_id      uuid        not null,
  message_id     uuid        not null,
  reason         text        not null,
  period         text        not null,
  template       text        not null,
  version        int         not null,
  channel        text        not null,
  purpose        text        not null,
  facts          jsonb       not null,
  rule_kind      text,
  rule_version   int,
  rule_from      date,
  rule_clause    text,
  state          text        not null default 'planned',
  due_at         timestamptz,
  valid_until    timestamptz,
  leased_until   timestamptz,
  held_until     timestamptz,
  tries          int         not null default 0,
  tries_before   int         not null default 0,
  language       text,
  consent_id     uuid,
  suppression    text,
  failure        text,
  adapter        text,
  policy_version int,
  planned_at     timestamptz not null,
  planned_by     text        not null,
  closed_at      timestamptz,
  closed_by      text,
  closed_reason  text,
  constraint message_pk primary key (member_id, message_id),
  constraint message_once unique (member_id, reason, period),
  constraint message_of_version foreign key (template, version) references messages.template_version (code, version),
  constraint message_state_known check (state in ('planned', 'sent', 'failed', 'suppressed', 'cancelled')),
  constraint message_due check ((state = 'planned') = (due_at is not null)),
  constraint message_closed check ((state = 'planned') = (closed_at is null)),
  constraint message_suppressed check ((state = 'suppressed') = (suppression is not null)),
  constraint message_failed check ((state = 'failed') = (failure is not null)),
  constraint message_leased check (leased_until is null or state = 'planned'),
  constraint message_consented
    check (state <> 'sent' or purpose <> 'marketing' or consent_id is not null)
) with (fillfactor = 70);
create unique index message_known_by on messages.message (message_id);
create index message_due_next on messages.message (due_at) where state = 'planned';
create index message_unsent on messages.message (planned_at, message_id)
  where state in ('failed', 'suppressed', 'cancelled');
create index message_newest on messages.message (planned_at, message_id);
comment on table messages.message is 'A planned message and its fate.';
comment on column messages.message.member_id is 'Whom it is for.';
comment on column messages.message.message_id is 'Derived from member, reason and period; the adapter''s idempotency key.';
comment on column messages.message.reason is 'What there is to tell.';
comment on column messages.message.period is 'Tells it from others of the same member and reason.';
comment on column messages.message.template is 'The template that makes its text.';
comment on column messages.message.version is 'The version of it.';
comment on column messages.message.channel is 'How it reaches the member.';
comment on column messages.message.purpose is 'service or marketing.';
comment on column messages.message.facts is 'Values of the variables; nothing personal, emptied when the member is erased.';
comment on column messages.message.rule_kind is 'The policy by which it was planned.';
comment on column messages.message.rule_version is 'Its version.';
comment on column messages.message.rule_from is 'The first day of that version.';
comment on column messages.message.rule_clause is 'The handbook clause it carries out.';
comment on column messages.message.state is 'planned, or its fate.';
comment on column messages.message.due_at is 'When it is sent, or tried again.';
comment on column messages.message.valid_until is 'From when on it is too late to send it.';
comment on column messages.message.leased_until is 'Until when whoever took it to send it is believed to be at work.';
comment on column messages.message.held_until is 'Until when the quiet hours held it back, the last time they did.';
comment on column messages.message.tries is 'How often sending was begun.';
comment on column messages.message.tries_before is 'How often it had been begun when somebody last let it be tried again.';
comment on column messages.message.language is 'The language it was sent in.';
comment on column messages.message.consent_id is 'The record of consent that allowed it.';
comment on column messages.message.suppression is 'Why it was not sent.';
comment on column messages.message.failure is 'The code with which it was refused.';
comment on column messages.message.adapter is 'Who delivered it.';
comment on column messages.message.policy_version is 'Version of the rules of sending that decided its fate.';
comment on column messages.message.planned_at is 'When it was planned.';
comment on column messages.message.planned_by is 'Reference of who planned it.';
comment on column messages.message.closed_at is 'When it got its fate.';
comment on column messages.message.closed_by is 'Reference of who called it off.';
comment on column messages.message.closed_reason is 'Why, in the words of whoever called it off or let it be tried again.';

create table messages.attempt (
  member_id  uuid        not null,
  message_id uuid        not null,
  number     int         not null,
  at         timestamptz not null,
  adapter    text        not null,
  outcome    text        not null,
  code       text,
  detail     text,
  constraint attempt_pk primary key (member_id, message_id, number),
  constraint attempt_of_message foreign key (member_id, message_id) references messages.message (member_id, message_id),
  constraint attempt_outcome_known check (outcome in ('sent', 'transient', 'permanent', 'unknown')),
  constraint attempt_coded check ((outcome in ('transient', 'permanent')) = (code is not null))
);
comment on table messages.attempt is 'Every attempt to send whose end is known, and those of which it will never be; never rewritten.';
comment on column messages.attempt.member_id is 'Whom it was for.';
comment on column messages.attempt.message_id is 'The message.';
comment on column messages.attempt.number is 'Counts from 1.';
comment on column messages.attempt.at is 'When it ended.';
comment on column messages.attempt.adapter is 'Who was to deliver it.';
comment on column messages.attempt.outcome is 'sent, transient, permanent or unknown.';
comment on column messages.attempt.code is 'The code of the refusal.';
comment on column messages.attempt.detail is 'What the receiver said, without addresses; its own reference for what it accepted.';

create function messages.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger attempt_append_only before update or delete on messages.attempt
  for each row execute function messages.refuse_rewriting();
create trigger template_version_append_only before update or delete on messages.template_version
  for each row execute function messages.refuse_rewriting();
