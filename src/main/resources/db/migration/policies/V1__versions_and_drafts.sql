create schema if not exists policies;

create table policies.version (
  kind              text        not null,
  version           int         not null,
  body              jsonb       not null,
  effective_from    date        not null,
  clause            text        not null,
  reason            text        not null,
  drafted_by        text        not null,
  drafted_by_name   text        not null,
  published_by      text        not null,
  published_by_name text        not null,
  published_at      timestamptz not null,
  constraint version_pk primary key (kind, version),
  constraint version_counts_from_one check (version > 0)
);
create index version_by_date on policies.version (kind, effective_from, version);
comment on table policies.version is 'Published policies; a row never changes';
comment on column policies.version.kind is 'Code of the policy kind';
comment on column policies.version.version is 'Counts the versions of the kind from 1; 0 is the built-in default';
comment on column policies.version.body is 'The policy, as the kind''s record';
comment on column policies.version.effective_from is 'First company day on which it is in force';
comment on column policies.version.clause is 'Handbook clause it carries out';
comment on column policies.version.reason is 'Why it was published';
comment on column policies.version.drafted_by is 'Reference of the last editor of the draft';
comment on column policies.version.drafted_by_name is 'Name of that editor';
comment on column policies.version.published_by is 'Reference of the actor who published it';
comment on column policies.version.published_by_name is 'Name of that actor';
comment on column policies.version.published_at is 'When it was published';

create table policies.withdrawal (
  kind              text        not null,
  version           int         not null,
  reason            text        not null,
  withdrawn_by      text        not null,
  withdrawn_by_name text        not null,
  withdrawn_at      timestamptz not null,
  constraint withdrawal_pk primary key (kind, version),
  constraint withdrawal_of_version foreign key (kind, version) references policies.version (kind, version)
);
comment on table policies.withdrawal is 'Versions taken back before their first day';
comment on column policies.withdrawal.kind is 'Code of the policy kind';
comment on column policies.withdrawal.version is 'The version taken back';
comment on column policies.withdrawal.reason is 'Why';
comment on column policies.withdrawal.withdrawn_by is 'Reference of the actor';
comment on column policies.withdrawal.withdrawn_by_name is 'Name of the actor';
comment on column policies.withdrawal.withdrawn_at is 'When';

create table policies.draft (
  draft_id       uuid        not null,
  kind           text        not null,
  body           jsonb       not null,
  revision       int         not null,
  based_on       int         not null,
  created_at     timestamptz not null,
  edited_by      text        not null,
  edited_by_name text        not null,
  edited_at      timestamptz not null,
  constraint draft_pk primary key (draft_id),
  constraint draft_one_per_kind unique (kind)
);
comment on table policies.draft is 'The next version of a policy while it is being written';
comment on column policies.draft.draft_id is 'The draft';
comment on column policies.draft.kind is 'Code of the policy kind';
comment on column policies.draft.body is 'The policy as written so far; always valid JSON of the kind''s record';
comment on column policies.draft.revision is 'Counts the saves; optimistic lock';
comment on column policies.draft.based_on is 'The version it started from';
comment on column policies.draft.created_at is 'When it was begun';
comment on column policies.draft.edited_by is 'Reference of the last editor';
comment on column policies.draft.edited_by_name is 'Name of the last editor';
comment on column policies.draft.edited_at is 'When it was last saved';

create function policies.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is immutable: % refused', tg_table_schema, tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
create trigger version_immutable before update or delete on policies.version for each row execute function policies.refuse_change();
create trigger version_no_truncate before truncate on policies.version for each statement execute function policies.refuse_change();
create trigger withdrawal_immutable before update or delete on policies.withdrawal for each row execute function policies.refuse_change();
