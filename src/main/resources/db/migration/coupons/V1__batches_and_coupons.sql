create schema if not exists coupons;
comment on schema coupons is 'Coupons: batches with their terms, each coupon issued, and every step of its life.';

create table coupons.batch (
  batch_id   uuid        not null,
  code       text        not null,
  state      text        not null,
  revision   int         not null,
  quantity   bigint      not null,
  issued     bigint      not null default 0,
  withdrawn  bigint      not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint batch_pk primary key (batch_id),
  constraint batch_coded unique (code),
  constraint batch_state_known check (state in ('draft', 'open', 'closed')),
  constraint batch_never_over_issued check (withdrawn >= 0 and issued >= withdrawn and issued - withdrawn <= quantity)
) with (fillfactor = 80);
create index batch_newest on coupons.batch (created_at, batch_id);
comment on table coupons.batch is 'A batch of coupons; its row is the lock under which they are issued.';
comment on column coupons.batch.batch_id is 'Identifier.';
comment on column coupons.batch.code is 'The house''s own number for it.';
comment on column coupons.batch.state is 'draft, open or closed; coupons are issued while it is open.';
comment on column coupons.batch.revision is 'Which of its terms the next coupons are issued under.';
comment on column coupons.batch.quantity is 'The most coupons there may be, withdrawn ones not counted.';
comment on column coupons.batch.issued is 'How many were issued.';
comment on column coupons.batch.withdrawn is 'How many of those were withdrawn.';
comment on column coupons.batch.created_at is 'When it was entered.';
comment on column coupons.batch.changed_at is 'When it was changed or moved last.';

create table coupons.terms (
  batch_id         uuid        not null,
  revision         int         not null,
  name             text        not null,
  kind             text        not null,
  valid_from       date,
  valid_to         date,
  valid_days       int,
  limit_per_member int,
  transfers        int         not null,
  details          jsonb       not null,
  recorded_at      timestamptz not null,
  actor            text        not null,
  constraint terms_pk primary key (batch_id, revision),
  constraint terms_of_batch foreign key (batch_id) references coupons.batch (batch_id),
  constraint terms_kind_known check (kind in ('cash', 'discount', 'full-reduction', 'gift')),
  constraint terms_validity check (
    case when valid_days is null
      then valid_from is not null and valid_to is not null and valid_from <= valid_to
      else valid_from is null and valid_to is null and valid_days > 0
    end),
  constraint terms_limits check (transfers >= 0 and (limit_per_member is null or limit_per_member > 0))
);
comment on table coupons.terms is 'What a batch promises, revision by revision, never changed: issued coupons keep theirs.';
comment on column coupons.terms.batch_id is 'Of which batch.';
comment on column coupons.terms.revision is 'From 1; every change is a new one.';
comment on column coupons.terms.name is 'What members and staff read.';
comment on column coupons.terms.kind is 'cash, discount, full-reduction or gift.';
comment on column coupons.terms.valid_from is 'First day of a fixed time; absent where days count from the issue.';
comment on column coupons.terms.valid_to is 'Last day of a fixed time.';
comment on column coupons.terms.valid_days is 'How many days from the day of the issue on, that day counted.';
comment on column coupons.terms.limit_per_member is 'The most coupons one member may have had; absent for no limit.';
comment on column coupons.terms.transfers is 'How often a coupon may pass to another member.';
comment on column coupons.terms.details is 'All that was entered.';
comment on column coupons.terms.recorded_at is 'When it was entered.';
comment on column coupons.terms.actor is 'Who entered it.';

create table coupons.issuance (
  issuance_id  uuid        not null,
  batch_id     uuid        not null,
  revision     int         not null,
  wanted       int         not null,
  issued       int         not null,
  refused      jsonb       not null,
  reason       text        not null,
  content_hash uuid        not null,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  constraint issuance_pk primary key (issuance_id),
  constraint issuance_under_terms foreign key (batch_id, revision) references coupons.terms (batch_id, revision),
  constraint issuance_counts check (wanted > 0 and issued between 0 and wanted)
);
create index issuance_of_batch on coupons.issuance (batch_id, recorded_at);
comment on table coupons.issuance is 'Coupons issued at once, to one member or to many.';
comment on column coupons.issuance.issuance_id is 'Derived from the caller''s key.';
comment on column coupons.issuance.batch_id is 'Of which batch.';
comment on column coupons.issuance.revision is 'Under which terms.';
comment on column coupons.issuance.wanted is 'For how many members.';
comment on column coupons.issuance.issued is 'How many received one.';
comment on column coupons.issuance.refused is 'Who did not, by their place in the list, and why.';
comment on column coupons.issuance.reason is 'Why, in the words of whoever issued.';
comment on column coupons.issuance.content_hash is 'Hash of what was asked: the same key with other content is refused.';
comment on column coupons.issuance.occurred_at is 'When.';
comment on column coupons.issuance.recorded_at is 'When we learnt it.';
comment on column coupons.issuance.actor is 'Who issued.';

create table coupons.holding (
  member_id uuid not null,
  batch_id  uuid not null,
  had       int  not null,
  most      int,
  constraint holding_pk primary key (member_id, batch_id),
  constraint holding_of_batch foreign key (batch_id) references coupons.batch (batch_id),
  constraint holding_within_limit check (had >= 0 and (most is null or had <= most))
) with (fillfactor = 80);
comment on table coupons.holding is 'How many coupons of a batch a member has had: issued to them or passed on to them, withdrawn ones not counted.';
comment on column coupons.holding.member_id is 'Who.';
comment on column coupons.holding.batch_id is 'Of which batch.';
comment on column coupons.holding.had is 'How many.';
comment on column coupons.holding.most is 'The most, by the terms under which the last one came.';

create table coupons.coupon (
  coupon_id    uuid        not null,
  member_id    uuid        not null,
  batch_id     uuid        not null,
  revision     int         not null,
  issuance_id  uuid        not null,
  code         text        not null,
  state        text        not null,
  steps        int         not null,
  valid_from   date        not null,
  valid_to     date        not null,
  transfers    int         not null default 0,
  transfers_most int       not null,
  locked_until timestamptz,
  locked_store uuid,
  used_for     uuid,
  used_store   uuid,
  used_amount  bigint,
  used_currency text,
  used_at      timestamptz,
  issued_on    date        not null,
  issued_at    timestamptz not null,
  constraint coupon_pk primary key (coupon_id),
  constraint coupon_coded unique (code),
  constraint coupon_under_terms foreign key (batch_id, revision) references coupons.terms (batch_id, revision),
  constraint coupon_of_issuance foreign key (issuance_id) references coupons.issuance (issuance_id),
  constraint coupon_state_known check (state in ('issued', 'locked', 'used', 'withdrawn')),
  constraint coupon_valid check (valid_from <= valid_to),
  constraint coupon_lock_ends
    check ((state = 'locked') = (locked_until is not null) and (state = 'locked') = (locked_store is not null)),
  constraint coupon_use_is_told check ((state = 'used') = (used_for is not null) and (state = 'used') = (used_store is not null)
    and (state = 'used') = (used_at is not null) and (state = 'used' or used_amount is null)
    and (used_amount is null) = (used_currency is null) and used_amount >= 0),
  constraint coupon_transfers_within_limit check (transfers between 0 and transfers_most)
) with (fillfactor = 80);
create index coupon_of_members on coupons.coupon (member_id, issued_at, coupon_id);
create index coupon_of_batch on coupons.coupon (batch_id, state, valid_to);
create index coupon_newest on coupons.coupon (issued_at, coupon_id);
create index coupon_by_store on coupons.coupon (used_store, used_at) where used_store is not null;
comment on table coupons.coupon is 'One coupon; where it stands is what its facts say.';
comment on column coupons.coupon.coupon_id is 'Derived from the key of the issue and the place in its list.';
comment on column coupons.coupon.member_id is 'Whose it is.';
comment on column coupons.coupon.batch_id is 'Of which batch.';
comment on column coupons.coupon.revision is 'Under which terms it was issued; it keeps them.';
comment on column coupons.coupon.issuance_id is 'With which issue it came.';
comment on column coupons.coupon.code is 'What is shown at the counter: eleven random characters and a check character.';
comment on column coupons.coupon.state is 'issued, locked, used or withdrawn; whether it has expired its last day says.';
comment on column coupons.coupon.steps is 'How many facts there are about it.';
comment on column coupons.coupon.valid_from is 'First day.';
comment on column coupons.coupon.valid_to is 'Last day.';
comment on column coupons.coupon.transfers is 'How often it passed to another member.';
comment on column coupons.coupon.transfers_most is 'How often it may.';
comment on column coupons.coupon.locked_until is 'When a lock ends by itself.';
comment on column coupons.coupon.locked_store is 'For which store it is kept.';
comment on column coupons.coupon.used_for is 'The checkout it was used in, or the handing over of its gift.';
comment on column coupons.coupon.used_store is 'Where it was used.';
comment on column coupons.coupon.used_amount is 'What it took off, in the smallest unit; absent for a gift handed over by itself.';
comment on column coupons.coupon.used_currency is 'Of that amount.';
comment on column coupons.coupon.used_at is 'When.';
comment on column coupons.coupon.issued_on is 'Business day of the issue.';
comment on column coupons.coupon.issued_at is 'When it was issued.';

create table coupons.fact (
  fact_id        uuid        not null,
  coupon_id      uuid        not null,
  step           int         not null,
  kind           text        not null,
  member_id      uuid        not null,
  from_member_id uuid,
  store_id       uuid,
  about          uuid,
  amount         bigint,
  currency       text,
  reason         text,
  cause          uuid        not null,
  content_hash   uuid        not null,
  occurred_on    date        not null,
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null,
  actor          text        not null,
  constraint fact_pk primary key (coupon_id, step),
  constraint fact_identified unique (fact_id),
  constraint fact_once unique (coupon_id, cause, kind),
  constraint fact_of_coupon foreign key (coupon_id) references coupons.coupon (coupon_id),
  constraint fact_kind_known
    check (kind in ('issued', 'locked', 'released', 'used', 'returned', 'withdrawn', 'transferred')),
  constraint fact_step_counts check (step > 0 and (kind = 'issued') = (step = 1)),
  constraint fact_transfer_names_both check ((kind = 'transferred') = (from_member_id is not null))
);
create index fact_of_members on coupons.fact (member_id, occurred_at, fact_id);
create index fact_of_givers on coupons.fact (from_member_id, occurred_at, fact_id) where from_member_id is not null;
comment on table coupons.fact is 'One step of a coupon''s life, never changed.';
comment on column coupons.fact.fact_id is 'Identifier.';
comment on column coupons.fact.coupon_id is 'Which coupon.';
comment on column coupons.fact.step is 'From 1, without gaps: two acts at once cannot both be the next.';
comment on column coupons.fact.kind is 'issued, locked, released, used, returned, withdrawn or transferred.';
comment on column coupons.fact.member_id is 'Whose it was then.';
comment on column coupons.fact.from_member_id is 'Who passed it on.';
comment on column coupons.fact.store_id is 'Where.';
comment on column coupons.fact.about is 'The checkout, the return or the issue it belongs to.';
comment on column coupons.fact.amount is 'What it took off when used, in the smallest unit.';
comment on column coupons.fact.currency is 'Of that amount.';
comment on column coupons.fact.reason is 'Why, in the words of whoever did it.';
comment on column coupons.fact.cause is 'Derived from the caller''s key.';
comment on column coupons.fact.content_hash is 'Hash of what was asked.';
comment on column coupons.fact.occurred_on is 'Business day.';
comment on column coupons.fact.occurred_at is 'When.';
comment on column coupons.fact.recorded_at is 'When we learnt it.';
comment on column coupons.fact.actor is 'Who did it.';

create function coupons.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'coupons.% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function coupons.refuse_rewriting() is 'Keeps recorded facts as they are.';
create trigger terms_append_only before update or delete on coupons.terms
  for each statement execute function coupons.refuse_rewriting();
-- Words of staff can be erased; nothing else changes.
create trigger issuance_append_only
  before delete or update of issuance_id, batch_id, revision, wanted, issued, refused, content_hash, occurred_at, recorded_at, actor
  on coupons.issuance for each statement execute function coupons.refuse_rewriting();
create trigger fact_append_only
  before delete or update of fact_id, coupon_id, step, kind, member_id, from_member_id, store_id, about, amount, currency, cause, content_hash,
    occurred_on, occurred_at, recorded_at, actor
  on coupons.fact for each statement execute function coupons.refuse_rewriting();
create trigger coupon_keeps_its_terms
  before delete or update of coupon_id, batch_id, revision, issuance_id, code, valid_from, valid_to, transfers_most, issued_on, issued_at
  on coupons.coupon for each statement execute function coupons.refuse_rewriting();
