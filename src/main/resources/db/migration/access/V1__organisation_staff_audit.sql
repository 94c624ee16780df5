create schema if not exists access;

-- Organisation units: an effective-dated tree, only ever appended to.
create table access.unit_version (
  unit_id        uuid        not null,
  version        int         not null,
  effective_from date        not null,
  kind           text        not null,
  code           text        not null,
  name           text        not null,
  parent_id      uuid,
  open           boolean     not null,
  recorded_at    timestamptz not null,
  recorded_by    text        not null,
  constraint unit_version_pk primary key (unit_id, version),
  constraint unit_kind_known check (kind in ('company', 'region', 'branch', 'store', 'department', 'group')),
  constraint unit_not_its_own_parent check (parent_id is null or parent_id <> unit_id)
);
comment on table access.unit_version is 'What an organisation unit is from a date on; the row with the latest date, then the latest version, holds';
comment on column access.unit_version.unit_id is 'The unit';
comment on column access.unit_version.version is 'Counts the changes of this unit from 1; also its optimistic lock';
comment on column access.unit_version.effective_from is 'First company day on which this holds';
comment on column access.unit_version.kind is 'company, region, branch, store, department or group';
comment on column access.unit_version.code is 'Short code used by business systems; unique among open units at any date';
comment on column access.unit_version.name is 'Name as people say it';
comment on column access.unit_version.parent_id is 'The unit above; absent for the company';
comment on column access.unit_version.open is 'False once the unit is closed';
comment on column access.unit_version.recorded_at is 'When it was learnt';
comment on column access.unit_version.recorded_by is 'Reference of the actor who recorded it';

create table access.organisation_lock (
  present boolean not null default true,
  constraint organisation_lock_pk primary key (present),
  constraint organisation_lock_one_row check (present)
);
insert into access.organisation_lock (present) values (true);
comment on table access.organisation_lock is 'One row, locked while the tree, posts or appointments change, so that its checks see one state';
comment on column access.organisation_lock.present is 'Always true';

-- Posts: what a job may do and decide.
create table access.post (
  post_id     uuid        not null,
  code        text        not null,
  name        text        not null,
  class       text        not null,
  summary     text        not null,
  powers      jsonb       not null,
  template    text,
  retired     boolean     not null default false,
  version     int         not null,
  updated_at  timestamptz not null,
  constraint post_pk primary key (post_id),
  constraint post_code_once unique (code),
  constraint post_class_known check (class in ('lead', 'acquisition', 'service', 'operations', 'support', 'store', 'system'))
);
comment on table access.post is 'Posts: jobs with duties, powers and permissions';
comment on column access.post.post_id is 'The post';
comment on column access.post.code is 'Stable short code';
comment on column access.post.name is 'Name as people say it';
comment on column access.post.class is 'lead, acquisition, service, operations, support, store or system';
comment on column access.post.summary is 'What the post is for';
comment on column access.post.powers is 'The post card''s powers: money limit, settlement, publishing, proposals, rulings, outside contacts';
comment on column access.post.template is 'The template it was made from; permissions that a later version brings are granted by it';
comment on column access.post.retired is 'True once nobody may be appointed to it any more';
comment on column access.post.version is 'Optimistic lock';
comment on column access.post.updated_at is 'When it last changed';

create table access.post_grant (
  post_id    uuid not null,
  permission text not null,
  scope      text not null,
  constraint post_grant_pk primary key (post_id, permission),
  constraint post_grant_of_post foreign key (post_id) references access.post (post_id),
  constraint post_grant_scope_known check (scope in ('own', 'group', 'branch', 'all'))
);
comment on table access.post_grant is 'Permissions that come with a post, each with the reach of data it opens';
comment on column access.post_grant.post_id is 'The post';
comment on column access.post_grant.permission is 'Code of the permission';
comment on column access.post_grant.scope is 'own, group, branch or all';

create table access.known_permission (
  permission text        not null,
  seen_at    timestamptz not null,
  constraint known_permission_pk primary key (permission)
);
comment on table access.known_permission is 'Permissions this installation has met; a new one is granted once to the posts whose template asks for it';
comment on column access.known_permission.permission is 'Code of the permission';
comment on column access.known_permission.seen_at is 'When it was first met';

-- Staff, their appointments, passwords and sessions.
create table access.staff (
  staff_id            uuid        not null,
  login               text        not null,
  name                text        not null,
  contact             text,
  password_hash       text,
  must_change         boolean     not null default false,
  password_changed_at timestamptz not null,
  failures            int         not null default 0,
  failing_since       timestamptz,
  locked_until        timestamptz,
  entered_on          date        not null,
  left_on             date,
  version             int         not null,
  created_at          timestamptz not null,
  constraint staff_pk primary key (staff_id),
  constraint staff_login_once unique (login),
  constraint staff_login_lower check (login = lower(login)),
  constraint staff_leaves_after_entry check (left_on is null or left_on >= entered_on)
);
create index staff_by_name on access.staff (name, staff_id);
comment on table access.staff is 'People who work here and can log in';
comment on column access.staff.staff_id is 'The staff member';
comment on column access.staff.login is 'Log-in name, lower case';
comment on column access.staff.name is 'Name as people say it';
comment on column access.staff.contact is 'Business phone or mail';
comment on column access.staff.password_hash is 'bcrypt hash; absent while no password was set';
comment on column access.staff.must_change is 'True until the person has replaced a password somebody else chose';
comment on column access.staff.password_changed_at is 'When the password last changed';
comment on column access.staff.failures is 'Failed attempts in a row';
comment on column access.staff.failing_since is 'When the first of them happened';
comment on column access.staff.locked_until is 'No log-in before this time';
comment on column access.staff.entered_on is 'First working day';
comment on column access.staff.left_on is 'First day on which the person no longer works here';
comment on column access.staff.version is 'Optimistic lock';
comment on column access.staff.created_at is 'When it was recorded';

create table access.appointment (
  appointment_id uuid        not null,
  staff_id       uuid        not null,
  post_id        uuid        not null,
  unit_id        uuid        not null,
  from_date      date        not null,
  until_date     date,
  recorded_at    timestamptz not null,
  recorded_by    text        not null,
  ended_at       timestamptz,
  ended_by       text,
  constraint appointment_pk primary key (appointment_id),
  constraint appointment_of_staff foreign key (staff_id) references access.staff (staff_id),
  constraint appointment_to_post foreign key (post_id) references access.post (post_id),
  constraint appointment_dates check (until_date is null or until_date >= from_date)
);
create index appointment_by_staff on access.appointment (staff_id);
create index appointment_by_unit on access.appointment (unit_id);
create index appointment_by_post on access.appointment (post_id);
comment on table access.appointment is 'Who holds which post in which unit, from and until when';
comment on column access.appointment.appointment_id is 'The appointment';
comment on column access.appointment.staff_id is 'Who';
comment on column access.appointment.post_id is 'Holds which post';
comment on column access.appointment.unit_id is 'In which unit';
comment on column access.appointment.from_date is 'First day';
comment on column access.appointment.until_date is 'First day on which it no longer holds';
comment on column access.appointment.recorded_at is 'When it was recorded';
comment on column access.appointment.recorded_by is 'Reference of the actor who appointed';
comment on column access.appointment.ended_at is 'When its end was recorded';
comment on column access.appointment.ended_by is 'Reference of the actor who ended it';

create table access.session (
  session_id   uuid        not null,
  token_hash   bytea       not null,
  staff_id     uuid        not null,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  revoked_at   timestamptz,
  agent        text        not null,
  address      text        not null,
  constraint session_pk primary key (session_id),
  constraint session_token_once unique (token_hash),
  constraint session_of_staff foreign key (staff_id) references access.staff (staff_id)
);
create index session_by_staff on access.session (staff_id, created_at desc);
comment on table access.session is 'Log-ins; the browser holds the token, we only its hash';
comment on column access.session.session_id is 'Identifier shown in lists';
comment on column access.session.token_hash is 'SHA-256 of the token in the cookie';
comment on column access.session.staff_id is 'Whose';
comment on column access.session.created_at is 'When it began';
comment on column access.session.last_seen_at is 'Last use, written every half minute';
comment on column access.session.expires_at is 'End at the latest';
comment on column access.session.revoked_at is 'When it was ended by somebody';
comment on column access.session.agent is 'Browser as it named itself';
comment on column access.session.address is 'Network address at log-in';

create table access.api_key (
  key_id       uuid        not null,
  public_id    text        not null,
  secret_hash  bytea       not null,
  name         text        not null,
  permissions  text[]      not null,
  unit_id      uuid,
  per_second   int         not null,
  burst        int         not null,
  created_by   text        not null,
  created_at   timestamptz not null,
  expires_at   timestamptz,
  revoked_at   timestamptz,
  last_used_at timestamptz,
  constraint api_key_pk primary key (key_id),
  constraint api_key_public_id_once unique (public_id),
  constraint api_key_rate_sane check (per_second > 0 and burst > 0)
);
comment on table access.api_key is 'Keys by which programs act';
comment on column access.api_key.key_id is 'The key';
comment on column access.api_key.public_id is 'The part of the key that names it';
comment on column access.api_key.secret_hash is 'SHA-256 of its secret part';
comment on column access.api_key.name is 'What it is for';
comment on column access.api_key.permissions is 'What it may do';
comment on column access.api_key.unit_id is 'Reach of its data: this unit and those below; absent = all';
comment on column access.api_key.per_second is 'Requests a second in the long run';
comment on column access.api_key.burst is 'Requests at once';
comment on column access.api_key.created_by is 'Reference of the actor who made it';
comment on column access.api_key.created_at is 'When';
comment on column access.api_key.expires_at is 'No use from then on';
comment on column access.api_key.revoked_at is 'When it was revoked';
comment on column access.api_key.last_used_at is 'Last use, written every half minute';

-- Personal values are encrypted under a key per member; destroying the key erases them everywhere.
create table access.member_key (
  member_id  uuid        not null,
  wrapped    bytea,
  created_at timestamptz not null,
  erased_at  timestamptz,
  constraint member_key_pk primary key (member_id),
  constraint member_key_present_until_erased check ((wrapped is null) = (erased_at is not null))
);
comment on table access.member_key is 'The key of each member''s personal values, wrapped by the master key';
comment on column access.member_key.member_id is 'The member';
comment on column access.member_key.wrapped is 'AES-256-GCM of the key under the master key; absent once erased';
comment on column access.member_key.created_at is 'When it was made';
comment on column access.member_key.erased_at is 'When it was destroyed';

-- Audit: append-only, sealed in a chain by a background sealer.
create table access.audit (
  seq          bigint      generated always as identity,
  at           timestamptz not null,
  actor        text        not null,
  actor_name   text        not null,
  request_id   text,
  act          text        not null,
  subject_kind text        not null,
  subject_id   text        not null,
  member_id    uuid,
  unit_id      uuid,
  facts        jsonb       not null,
  constraint audit_pk primary key (seq)
);
create index audit_by_member on access.audit (member_id, seq desc) where member_id is not null;
create index audit_by_subject on access.audit (subject_kind, subject_id, seq desc);
create index audit_by_time on access.audit using brin (at);
comment on table access.audit is 'Who did what, when, to what; never changed or removed';
comment on column access.audit.seq is 'Order of writing; gaps come from transactions rolled back';
comment on column access.audit.at is 'When';
comment on column access.audit.actor is 'Reference of the actor';
comment on column access.audit.actor_name is 'Name of the actor at that time';
comment on column access.audit.request_id is 'The request it belongs to';
comment on column access.audit.act is 'What was done, module.verb';
comment on column access.audit.subject_kind is 'To what kind of thing';
comment on column access.audit.subject_id is 'To which one';
comment on column access.audit.member_id is 'The member concerned';
comment on column access.audit.unit_id is 'The unit concerned';
comment on column access.audit.facts is 'Non-personal facts of the act; personal values only encrypted';

create table access.audit_queue (
  seq bigint not null,
  constraint audit_queue_pk primary key (seq)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000, fillfactor = 100);
comment on table access.audit_queue is 'Audit rows that wait to be sealed';
comment on column access.audit_queue.seq is 'The waiting row';

create table access.audit_seal (
  seal_no   bigint      not null,
  seqs      bigint[]    not null,
  digests   bytea       not null,
  previous  bytea       not null,
  hash      bytea       not null,
  sealed_at timestamptz not null,
  constraint audit_seal_pk primary key (seal_no),
  constraint audit_seal_size check (cardinality(seqs) between 1 and 1000 and octet_length(digests) = 16 * cardinality(seqs))
);
comment on table access.audit_seal is 'The chain: each seal binds up to 1000 audit rows and the seal before it';
comment on column access.audit_seal.seal_no is 'Counts from 1 without gaps';
comment on column access.audit_seal.seqs is 'The rows it covers';
comment on column access.audit_seal.digests is '16 bytes for each row: the start of the keyed hash of its content';
comment on column access.audit_seal.previous is 'Hash of the seal before; 32 zero bytes for the first';
comment on column access.audit_seal.hash is 'HMAC-SHA256 over number, previous hash, rows and digests';
comment on column access.audit_seal.sealed_at is 'When';

create function access.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

create trigger audit_append_only before update or delete on access.audit for each row execute function access.refuse_change();
create trigger audit_no_truncate before truncate on access.audit for each statement execute function access.refuse_change();
create trigger audit_seal_append_only before update or delete on access.audit_seal for each row execute function access.refuse_change();
create trigger audit_seal_no_truncate before truncate on access.audit_seal for each statement execute function access.refuse_change();
create trigger unit_version_append_only before update or delete on access.unit_version for each row execute function access.refuse_change();

create function access.queue_for_seal() returns trigger language plpgsql as $$
begin
  insert into access.audit_queue (seq) select seq from written;
  return null;
end $$;
create trigger audit_queued after insert on access.audit referencing new table as written
  for each statement execute function access.queue_for_seal();
