create schema if not exists benefits;
comment on schema benefits is 'Benefits: who was given which by hand, one-time codes, and every use; what tiers and plans entitle to is a policy.';

create table benefits.granted (
  grant_id     uuid        not null,
  member_id    uuid        not null,
  number       bigint      generated always as identity,
  kind         text        not null,
  code         text        not null,
  first_day    date        not null,
  last_day     date,
  reason       text        not null,
  content_hash uuid        not null,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  constraint granted_pk primary key (grant_id),
  constraint granted_kind_known check (kind in ('plan', 'person')),
  constraint granted_days check (last_day is null or first_day <= last_day),
  constraint granted_to_a_person_ends check (kind = 'plan' or last_day is not null)
);
create index granted_of_members on benefits.granted (member_id, number);
create index granted_newest on benefits.granted (number);
comment on table benefits.granted is 'A plan assigned to a member, or a benefit given to one person; never changed.';
comment on column benefits.granted.grant_id is 'Derived from the caller''s key.';
comment on column benefits.granted.member_id is 'To whom.';
comment on column benefits.granted.number is 'Order of record.';
comment on column benefits.granted.kind is 'plan or person.';
comment on column benefits.granted.code is 'Of the plan or of the benefit, as the policy calls it.';
comment on column benefits.granted.first_day is 'First day on which it entitles.';
comment on column benefits.granted.last_day is 'Last day; a plan may have none.';
comment on column benefits.granted.reason is 'Why, in the words of whoever gave it.';
comment on column benefits.granted.content_hash is 'Hash of what was asked: the same key with other content is refused.';
comment on column benefits.granted.occurred_at is 'When.';
comment on column benefits.granted.recorded_at is 'When we learnt it.';
comment on column benefits.granted.actor is 'Who gave it.';

create table benefits.revocation (
  grant_id     uuid        not null,
  cause        uuid        not null,
  content_hash uuid        not null,
  reason       text        not null,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  constraint revocation_pk primary key (grant_id),
  constraint revocation_of_grant foreign key (grant_id) references benefits.granted (grant_id)
);
comment on table benefits.revocation is 'What was given by hand and taken away again; it entitles to nothing from then on.';
comment on column benefits.revocation.grant_id is 'Which.';
comment on column benefits.revocation.cause is 'Derived from the caller''s key.';
comment on column benefits.revocation.content_hash is 'Hash of what was asked.';
comment on column benefits.revocation.reason is 'Why.';
comment on column benefits.revocation.occurred_at is 'When.';
comment on column benefits.revocation.recorded_at is 'When we learnt it.';
comment on column benefits.revocation.actor is 'Who took it away.';

create table benefits.code (
  code_id      uuid        not null,
  member_id    uuid        not null,
  benefit      text        not null,
  code         text        not null,
  content_hash uuid        not null,
  issued_at    timestamptz not null,
  expires_at   timestamptz not null,
  actor        text        not null,
  constraint code_pk primary key (code_id),
  constraint code_told_apart unique (code),
  constraint code_ends check (issued_at < expires_at)
);
comment on table benefits.code is 'One-time codes that a member shows at the counter.';
comment on column benefits.code.code_id is 'Derived from the caller''s key.';
comment on column benefits.code.member_id is 'Whose.';
comment on column benefits.code.benefit is 'For which benefit.';
comment on column benefits.code.code is 'Seven random characters and a check character.';
comment on column benefits.code.content_hash is 'Hash of what was asked.';
comment on column benefits.code.issued_at is 'When.';
comment on column benefits.code.expires_at is 'From when it is no longer taken.';
comment on column benefits.code.actor is 'For whom it was made out, by whom.';

create table benefits.allowance (
  member_id    uuid not null,
  benefit      text not null,
  period       text not null,
  period_start date not null,
  used         int  not null,
  most         int,
  constraint allowance_pk primary key (member_id, benefit, period, period_start),
  constraint allowance_never_overused check (used >= 0 and (most is null or used <= most))
) with (fillfactor = 80);
comment on table benefits.allowance is 'How often a member used a benefit in a period; its row is the lock under which it is used, its check the guard.';
comment on column benefits.allowance.member_id is 'Who.';
comment on column benefits.allowance.benefit is 'Which, as the policy calls it.';
comment on column benefits.allowance.period is 'none, day, week, month, quarter, year, membership-year, birthday or ever.';
comment on column benefits.allowance.period_start is 'First day of the period; of a birthday the day itself.';
comment on column benefits.allowance.used is 'Uses that were not taken back.';
comment on column benefits.allowance.most is 'The quota at the last use; absent without one.';

create table benefits.use (
  use_id       uuid        not null,
  member_id    uuid        not null,
  number       bigint      generated always as identity,
  benefit      text        not null,
  name         text        not null,
  kind         text        not null,
  version      int         not null,
  ground       text        not null,
  tier         text,
  tier_steps   int         not null,
  grant_id     uuid,
  period       text        not null,
  period_start date        not null,
  most         int,
  store_id     uuid        not null,
  code_id      uuid,
  heads        int         not null,
  applied_to   bigint,
  cost         bigint      not null,
  currency     text        not null,
  content_hash uuid        not null,
  occurred_on  date        not null,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  constraint use_pk primary key (use_id),
  constraint use_of_code_once unique (code_id),
  constraint use_with_code foreign key (code_id) references benefits.code (code_id),
  constraint use_by_grant foreign key (grant_id) references benefits.granted (grant_id),
  constraint use_of_allowance foreign key (member_id, benefit, period, period_start)
    references benefits.allowance (member_id, benefit, period, period_start),
  constraint use_ground_known check (ground in ('tier', 'plan', 'person')),
  constraint use_ground_is_told check ((ground = 'tier') = (grant_id is null) and (ground <> 'tier' or tier is not null)),
  constraint use_amounts check (heads > 0 and cost >= 0 and (applied_to is null or applied_to >= cost))
);
create index use_of_members on benefits.use (member_id, number);
create index use_newest on benefits.use (number);
create index use_by_day on benefits.use (occurred_on, store_id);
create index use_by_allowance on benefits.use (member_id, benefit, period, period_start);
comment on table benefits.use is 'That a member used a benefit: a fact, never changed.';
comment on column benefits.use.use_id is 'Derived from the caller''s key.';
comment on column benefits.use.member_id is 'Who.';
comment on column benefits.use.number is 'Order of record.';
comment on column benefits.use.benefit is 'Which, as the policy calls it.';
comment on column benefits.use.name is 'What it was called then.';
comment on column benefits.use.kind is 'discount, birthday-gift, free-service, priority, lounge or training-place.';
comment on column benefits.use.version is 'Of the policy that decided.';
comment on column benefits.use.ground is 'What entitled: tier, plan or person.';
comment on column benefits.use.tier is 'The member''s tier then.';
comment on column benefits.use.tier_steps is 'How many steps of the tier history were known then.';
comment on column benefits.use.grant_id is 'The plan''s assignment or the personal grant that entitled.';
comment on column benefits.use.period is 'Of its quota.';
comment on column benefits.use.period_start is 'First day of that period.';
comment on column benefits.use.most is 'The quota then.';
comment on column benefits.use.store_id is 'Where.';
comment on column benefits.use.code_id is 'The code that was shown.';
comment on column benefits.use.heads is 'For how many: the member and guests.';
comment on column benefits.use.applied_to is 'What a discount was taken from, in the smallest unit.';
comment on column benefits.use.cost is 'What the use cost, by the definition; of a discount what it took off.';
comment on column benefits.use.currency is 'Of the amounts.';
comment on column benefits.use.content_hash is 'Hash of what was asked.';
comment on column benefits.use.occurred_on is 'Business day.';
comment on column benefits.use.occurred_at is 'When.';
comment on column benefits.use.recorded_at is 'When we learnt it.';
comment on column benefits.use.actor is 'Who did it.';

create table benefits.taking_back (
  use_id       uuid        not null,
  cause        uuid        not null,
  content_hash uuid        not null,
  reason       text        not null,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  constraint taking_back_pk primary key (use_id),
  constraint taking_back_of_use foreign key (use_id) references benefits.use (use_id)
);
comment on table benefits.taking_back is 'A use that did not come about after all; it counts for no quota and no cost.';
comment on column benefits.taking_back.use_id is 'Which use, once.';
comment on column benefits.taking_back.cause is 'Derived from the caller''s key.';
comment on column benefits.taking_back.content_hash is 'Hash of what was asked.';
comment on column benefits.taking_back.reason is 'Why.';
comment on column benefits.taking_back.occurred_at is 'When.';
comment on column benefits.taking_back.recorded_at is 'When we learnt it.';
comment on column benefits.taking_back.actor is 'Who took it back.';

create function benefits.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'benefits.% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function benefits.refuse_rewriting() is 'Keeps recorded facts as they are.';
create trigger use_append_only before update or delete on benefits.use
  for each statement execute function benefits.refuse_rewriting();
create trigger code_append_only before update or delete on benefits.code
  for each statement execute function benefits.refuse_rewriting();
-- Words of staff can be erased; nothing else changes.
create trigger granted_append_only
  before delete or update of grant_id, member_id, kind, code, first_day, last_day, content_hash, occurred_at, recorded_at, actor
  on benefits.granted for each statement execute function benefits.refuse_rewriting();
create trigger revocation_append_only
  before delete or update of grant_id, cause, content_hash, occurred_at, recorded_at, actor
  on benefits.revocation for each statement execute function benefits.refuse_rewriting();
create trigger taking_back_append_only
  before delete or update of use_id, cause, content_hash, occurred_at, recorded_at, actor
  on benefits.taking_back for each statement execute function benefits.refuse_rewriting();
