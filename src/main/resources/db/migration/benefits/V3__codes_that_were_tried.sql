create table benefits.code_attempt (
  actor      text        not null,
  attempt_id uuid        not null,
  tried_at   timestamptz not null,
  constraint code_attempt_pk primary key (actor, attempt_id)
);
create index code_attempt_old on benefits.code_attempt (tried_at);
comment on table benefits.code_attempt is 'One-time codes that were tried and did not exist, for a while';
comment on column benefits.code_attempt.actor is 'Who tried';
comment on column benefits.code_attempt.attempt_id is 'Identifier';
comment on column benefits.code_attempt.tried_at is 'When';
