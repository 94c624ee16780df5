create schema if not exists approvals;

create table approvals.request (
  request_id        uuid        not null,
  kind              text        not null,
  subject_id        uuid        not null,
  command           jsonb       not null,
  facts             jsonb       not null,
  amount            bigint      not null,
  member_id         uuid,
  unit_id           uuid,
  reason            text        not null,
  chain             jsonb       not null,
  policy_version    int         not null,
  state             text        not null,
  round             int         not null,
  step              int         not null,
  revision          int         not null,
  requested_by      text        not null,
  requested_by_name text        not null,
  requested_at      timestamptz not null,
  ended_at          timestamptz,
  constraint request_pk primary key (request_id),
  constraint request_state_known check (state in ('pending', 'approved', 'rejected', 'returned', 'withdrawn')),
  constraint request_ends_with_its_state check ((ended_at is null) = (state in ('pending', 'returned')))
);
create unique index request_one_open_per_subject on approvals.request (kind, subject_id) where ended_at is null;
create index request_by_requester on approvals.request (requested_by, request_id desc);
create index request_by_state on approvals.request (state, request_id desc);
comment on table approvals.request is 'Acts that wait, or waited, for somebody entitled to decide';
comment on column approvals.request.request_id is 'The request';
comment on column approvals.request.kind is 'Code of the kind of act (policies.publication)';
comment on column approvals.request.subject_id is 'What the act concerns, in the asking module';
comment on column approvals.request.command is 'What will be done on approval, as the asking module wrote it';
comment on column approvals.request.facts is 'What those who decide see; no personal value in the clear';
comment on column approvals.request.amount is 'Size of the act in the smallest unit of its kind, 0 when size does not matter; picks the chain';
comment on column approvals.request.member_id is 'Member concerned, if one';
comment on column approvals.request.unit_id is 'Unit whose people decide; the whole company when absent';
comment on column approvals.request.reason is 'Why it is asked';
comment on column approvals.request.chain is 'The steps, as the authority table said when it was asked';
comment on column approvals.request.policy_version is 'Version of the authority table that gave the chain';
comment on column approvals.request.state is 'pending, approved, rejected, returned (to be asked again) or withdrawn';
comment on column approvals.request.round is 'Counts the times it was asked, from 1';
comment on column approvals.request.step is 'Index of the step that waits, from 0; the number of steps once approved';
comment on column approvals.request.revision is 'Counts the changes; optimistic lock';
comment on column approvals.request.requested_by is 'Reference of the actor who asked';
comment on column approvals.request.requested_by_name is 'Name of that actor';
comment on column approvals.request.requested_at is 'When it was asked first';
comment on column approvals.request.ended_at is 'When it was approved, rejected or withdrawn';

create table approvals.task (
  request_id  uuid        not null,
  round       int         not null,
  step        int         not null,
  post        text        not null,
  unit_id     uuid,
  assigned_to uuid,
  opened_at   timestamptz not null,
  due_at      timestamptz,
  closed_at   timestamptz,
  constraint task_pk primary key (request_id, round, step, post),
  constraint task_of_request foreign key (request_id) references approvals.request (request_id)
);
create index task_open_by_post on approvals.task (post) where closed_at is null;
create index task_open_by_person on approvals.task (assigned_to) where closed_at is null and assigned_to is not null;
create index task_open_by_due on approvals.task (due_at) where closed_at is null and due_at is not null;
comment on table approvals.task is 'One post asked in one step of one round';
comment on column approvals.task.request_id is 'The request';
comment on column approvals.task.round is 'The round';
comment on column approvals.task.step is 'Index of the step';
comment on column approvals.task.post is 'Code of the post whose holder decides';
comment on column approvals.task.unit_id is 'Unit of the request, to find the holders';
comment on column approvals.task.assigned_to is 'The colleague to whom a holder handed this one task; nobody else decides it then';
comment on column approvals.task.opened_at is 'When the step began to wait';
comment on column approvals.task.due_at is 'When it is overdue; never when absent';
comment on column approvals.task.closed_at is 'When it was decided or no longer needed';

create table approvals.decision (
  decision_id    uuid        not null,
  request_id     uuid        not null,
  round          int         not null,
  step           int         not null,
  post           text,
  outcome        text        not null,
  comment        text        not null,
  decided_by     text        not null,
  decided_by_name text       not null,
  on_behalf_of   text,
  decided_at     timestamptz not null,
  constraint decision_pk primary key (decision_id),
  constraint decision_of_request foreign key (request_id) references approvals.request (request_id),
  constraint decision_outcome_known check (outcome in
    ('asked', 'approved', 'rejected', 'returned', 'withdrawn', 'handed-over', 'escalated', 'timed-out')),
  constraint decision_of_a_post check ((post is not null) = (outcome in ('approved', 'rejected', 'returned', 'handed-over', 'escalated')))
);
create unique index decision_once_per_post on approvals.decision (request_id, round, step, post) where outcome = 'approved';
create index decision_by_request on approvals.decision (request_id, decision_id);
create index decision_by_actor on approvals.decision (decided_by, decision_id desc);
comment on table approvals.decision is 'Everything that was said on a request; a row never changes';
comment on column approvals.decision.decision_id is 'The decision';
comment on column approvals.decision.request_id is 'The request';
comment on column approvals.decision.round is 'The round';
comment on column approvals.decision.step is 'Index of the step';
comment on column approvals.decision.post is 'Post in whose name it was said; absent for what the requester or the clock did';
comment on column approvals.decision.outcome is 'What was said';
comment on column approvals.decision.comment is 'Why, in words';
comment on column approvals.decision.decided_by is 'Reference of the actor';
comment on column approvals.decision.decided_by_name is 'Name of the actor';
comment on column approvals.decision.on_behalf_of is 'Name of the colleague who delegated the power, if one did; for a hand-over, of the colleague who got the task';
comment on column approvals.decision.decided_at is 'When';

create table approvals.delegation (
  delegation_id uuid        not null,
  from_staff    uuid        not null,
  to_staff      uuid        not null,
  first_day     date        not null,
  last_day      date        not null,
  reason        text        not null,
  made_at       timestamptz not null,
  ended_at      timestamptz,
  constraint delegation_pk primary key (delegation_id),
  constraint delegation_to_another check (from_staff <> to_staff),
  constraint delegation_days_in_order check (first_day <= last_day)
);
create index delegation_by_receiver on approvals.delegation (to_staff, last_day) where ended_at is null;
create index delegation_by_giver on approvals.delegation (from_staff, last_day);
comment on table approvals.delegation is 'Powers to decide lent to a colleague for some days';
comment on column approvals.delegation.delegation_id is 'The delegation';
comment on column approvals.delegation.from_staff is 'Who lends';
comment on column approvals.delegation.to_staff is 'Who may decide meanwhile';
comment on column approvals.delegation.first_day is 'First company day';
comment on column approvals.delegation.last_day is 'Last company day';
comment on column approvals.delegation.reason is 'Why, shown with each decision';
comment on column approvals.delegation.made_at is 'When it was made';
comment on column approvals.delegation.ended_at is 'When it was ended early';

create function approvals.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is immutable: % refused', tg_table_schema, tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
create trigger decision_immutable before update or delete on approvals.decision for each row execute function approvals.refuse_change();
create trigger decision_no_truncate before truncate on approvals.decision for each statement execute function approvals.refuse_change();
