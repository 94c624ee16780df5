-- Who was identified at a counter and is served there for some minutes, wherever that member is at home.
create table members.serving (
  actor      text        not null,
  member_id  uuid        not null,
  store_id   uuid        not null,
  since      timestamptz not null,
  until      timestamptz not null,
  constraint serving_pk primary key (actor, member_id),
  constraint serving_lasts check (until > since)
);
create index serving_over on members.serving (until);
comment on table members.serving is 'Members of other stores who were identified at a counter, for as long as they are served there and a day';
comment on column members.serving.actor is 'Who identified them: nobody else serves them by it';
comment on column members.serving.member_id is 'Who was identified';
comment on column members.serving.store_id is 'At which store';
comment on column members.serving.since is 'When first, if it was not over in between';
comment on column members.serving.until is 'How long they are served without being identified again';

create table members.identification_attempt (
  actor      text        not null,
  attempt_id uuid        not null,
  tried_at   timestamptz not null,
  constraint identification_attempt_pk primary key (actor, attempt_id)
);
create index identification_attempt_old on members.identification_attempt (tried_at);
comment on table members.identification_attempt is 'What was shown at counters and stood for no member, for a while';
comment on column members.identification_attempt.actor is 'Who tried';
comment on column members.identification_attempt.attempt_id is 'Identifier';
comment on column members.identification_attempt.tried_at is 'When';
