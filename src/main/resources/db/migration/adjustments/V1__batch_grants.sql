create schema if not exists adjustments;

create table adjustments.batch_grant (
  grant_id     uuid        not null,
  content      text        not null,
  asset        text        not null,
  each_amount  bigint      not null,
  expires_on   date,
  reason       text        not null,
  receivers    uuid[]      not null,
  run_id       uuid,
  actor        text        not null,
  actor_name   text        not null,
  asked_at     timestamptz not null,
  constraint batch_grant_pk primary key (grant_id),
  constraint batch_grant_amount_above_zero check (each_amount > 0),
  constraint batch_grant_to_somebody check (cardinality(receivers) > 0)
);
create index batch_grant_newest on adjustments.batch_grant (asked_at desc, grant_id desc);
create unique index batch_grant_run_once on adjustments.batch_grant (run_id) where run_id is not null;
comment on table adjustments.batch_grant is 'Value given to many members in one act';
comment on column adjustments.batch_grant.grant_id is 'Identifier, derived from the key of its cause';
comment on column adjustments.batch_grant.content is 'Digest of what was asked, by which the same key with other content is known';
comment on column adjustments.batch_grant.asset is 'What is given';
comment on column adjustments.batch_grant.each_amount is 'How much each member gets';
comment on column adjustments.batch_grant.expires_on is 'The first day on which it is no longer valid; null for never';
comment on column adjustments.batch_grant.reason is 'Why, in the words of whoever asked';
comment on column adjustments.batch_grant.receivers is 'To whom, as chosen when it was asked; nothing of the members themselves';
comment on column adjustments.batch_grant.run_id is 'The run that carries it out; null while somebody has to agree, or when nobody did';
comment on column adjustments.batch_grant.actor is 'Reference of who asked';
comment on column adjustments.batch_grant.actor_name is 'Name of who asked, at that time';
comment on column adjustments.batch_grant.asked_at is 'When';
