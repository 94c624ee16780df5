create table platform.run (
  run_id      uuid        not null,
  kind        text        not null,
  subject     text        not null,
  through     date        not null,
  state       text        not null,
  actor       text        not null,
  actor_name  text        not null,
  started_at  timestamptz not null,
  beat_at     timestamptz not null,
  finished_at timestamptz,
  members     bigint      not null default 0,
  items       bigint      not null default 0,
  amount      bigint      not null default 0,
  failure     text,
  undoes      uuid,
  until       date,
  reason      text,
  constraint run_pk primary key (run_id),
  constraint run_undoes_known foreign key (undoes) references platform.run (run_id),
  constraint run_state_known check (state in ('running', 'done', 'failed', 'cut-short')),
  constraint run_counts_sane check (members >= 0 and items >= 0 and amount >= 0),
  constraint run_undone_for_a_reason check (undoes is null or reason is not null)
);
create index run_newest on platform.run (started_at desc, run_id desc);
create unique index run_alone on platform.run (kind, subject) where state = 'running';
create unique index run_undone_once on platform.run (undoes) where undoes is not null and state in ('running', 'done');
comment on table platform.run is 'Runs of work that the calendar asks for, and the runs that undo them';
comment on column platform.run.run_id is 'Identifier, UUIDv7';
comment on column platform.run.kind is 'What ran, module.what';
comment on column platform.run.subject is 'What it ran over (an asset), or nothing';
comment on column platform.run.through is 'Through which business day';
comment on column platform.run.state is 'running, done, failed, or cut-short when its process ended';
comment on column platform.run.actor is 'Reference of who ran it';
comment on column platform.run.actor_name is 'Name of who ran it at that time';
comment on column platform.run.started_at is 'When it began';
comment on column platform.run.beat_at is 'When it last made progress; long ago means its process ended';
comment on column platform.run.finished_at is 'When it ended';
comment on column platform.run.members is 'Members it concerned';
comment on column platform.run.items is 'Lots or tiers it moved';
comment on column platform.run.amount is 'Value it moved, in the smallest unit of the subject';
comment on column platform.run.failure is 'Why it failed';
comment on column platform.run.undoes is 'The run it undoes';
comment on column platform.run.until is 'Day that what is undone holds until: the new expiry, the new review';
comment on column platform.run.reason is 'Why it was undone';
