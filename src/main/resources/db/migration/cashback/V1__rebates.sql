create schema if not exists cashback;
comment on schema cashback is 'What goods bring back: shares of what purchases are worth, step by step, and what of them was credited.';

create table cashback.rebate (
  rebate_id       uuid        not null,
  number          bigint      generated always as identity,
  purchase_id     uuid        not null,
  level           smallint    not null,
  purchase_number text        not null,
  buyer_id        uuid        not null,
  member_id       uuid        not null,
  store_id        uuid,
  currency        char(3)     not null,
  version         integer     not null,
  occurred_at     timestamptz not null,
  occurred_on     date        not null,
  settles_on      date        not null,
  earned          bigint      not null,
  current         bigint      not null,
  credited        bigint      not null default 0,
  credits         integer     not null default 0,
  settled_on      date,
  recorded_at     timestamptz not null,
  constraint rebate_pk primary key (rebate_id),
  constraint rebate_once_a_level unique (purchase_id, level),
  constraint rebate_two_levels_at_most check (level between 0 and 2),
  constraint rebate_never_below_zero check (current >= 0 and credited >= 0),
  constraint rebate_never_beyond_earned check (current <= earned),
  constraint rebate_own_or_anothers check ((level = 0) = (buyer_id = member_id)),
  constraint rebate_settled_with_a_credit check ((credits = 0) = (settled_on is null) and (credits > 0 or credited = 0)),
  constraint rebate_settles_later check (settles_on > occurred_on)
) with (fillfactor = 80);
create index rebate_of_buyers on cashback.rebate (buyer_id, purchase_id);
create index rebate_of_members on cashback.rebate (member_id, number);
create index rebate_newest on cashback.rebate (number);
create index rebate_due on cashback.rebate (settles_on, buyer_id) where current <> credited;
comment on table cashback.rebate is 'What one purchase brings one person at one level; its sums follow from shares and credits, which never change.';
comment on column cashback.rebate.rebate_id is 'Derived from purchase and level.';
comment on column cashback.rebate.number is 'Order of record.';
comment on column cashback.rebate.purchase_id is 'The purchase.';
comment on column cashback.rebate.level is '0 the buyer, 1 who recommended the buyer, 2 who recommended that one.';
comment on column cashback.rebate.purchase_number is 'Its number, as on the receipt.';
comment on column cashback.rebate.buyer_id is 'Who bought.';
comment on column cashback.rebate.member_id is 'Whom it is for.';
comment on column cashback.rebate.store_id is 'Where it was bought.';
comment on column cashback.rebate.currency is 'ISO 4217 code of the amounts.';
comment on column cashback.rebate.version is 'Version of the rules in force on the day of the purchase.';
comment on column cashback.rebate.occurred_at is 'When it was bought.';
comment on column cashback.rebate.occurred_on is 'The company''s day of it.';
comment on column cashback.rebate.settles_on is 'First day on which it may be credited.';
comment on column cashback.rebate.earned is 'The most it ever came to, in the smallest unit.';
comment on column cashback.rebate.current is 'What it comes to now: the sum of the lines'' last shares.';
comment on column cashback.rebate.credited is 'What of it is booked: the last credit''s total.';
comment on column cashback.rebate.credits is 'How many credits there are.';
comment on column cashback.rebate.settled_on is 'Day of the first credit.';
comment on column cashback.rebate.recorded_at is 'When we learnt it.';

create table cashback.share (
  rebate_id     uuid        not null,
  line_number   integer     not null,
  step          integer     not null,
  previous_step integer,
  before        bigint      not null,
  total         bigint      not null,
  base          bigint      not null,
  basis_points  integer     not null,
  rate          text        not null,
  cause         text        not null,
  recorded_at   timestamptz not null,
  constraint share_pk primary key (rebate_id, line_number, step),
  constraint share_of_rebate foreign key (rebate_id) references cashback.rebate (rebate_id),
  constraint share_total_at_step unique (rebate_id, line_number, step, total),
  constraint share_follows foreign key (rebate_id, line_number, previous_step, before)
    references cashback.share (rebate_id, line_number, step, total),
  constraint share_steps check (case when step = 1 then previous_step is null and before = 0 else previous_step = step - 1 end),
  constraint share_changes check (total <> before),
  constraint share_never_below_zero check (total >= 0),
  constraint share_within_its_percent check (total <= base * basis_points / 10000),
  constraint share_cause_known check (cause in ('earned', 'returned', 'corrected'))
);
comment on table cashback.share is 'What a line of goods brings, step by step; each step follows the one before, and none is ever changed.';
comment on column cashback.share.rebate_id is 'Of which rebate.';
comment on column cashback.share.line_number is 'Of the purchase, from 1; 0 where it has no lines.';
comment on column cashback.share.step is 'From 1.';
comment on column cashback.share.previous_step is 'The step it follows.';
comment on column cashback.share.before is 'What the line brought until then.';
comment on column cashback.share.total is 'What it brings from then on; the difference is what was earned or reversed.';
comment on column cashback.share.base is 'What stays of the line after returns.';
comment on column cashback.share.basis_points is 'Hundredths of a percent; fractions of the smallest unit are dropped.';
comment on column cashback.share.rate is 'Name of the rate that applies.';
comment on column cashback.share.cause is 'earned, returned, or corrected: a fact learnt late, or room under a cap.';
comment on column cashback.share.recorded_at is 'When we learnt it.';

create table cashback.credit (
  rebate_id     uuid        not null,
  step          integer     not null,
  previous_step integer,
  before        bigint      not null,
  total         bigint      not null,
  posting_id    uuid        not null,
  run_id        uuid,
  occurred_at   timestamptz not null,
  recorded_at   timestamptz not null,
  actor         text        not null,
  number        bigint      generated always as identity,
  constraint credit_pk primary key (rebate_id, step),
  constraint credit_of_rebate foreign key (rebate_id) references cashback.rebate (rebate_id),
  constraint credit_total_at_step unique (rebate_id, step, total),
  constraint credit_posted_once unique (posting_id),
  constraint credit_follows foreign key (rebate_id, previous_step, before)
    references cashback.credit (rebate_id, step, total),
  constraint credit_steps check (case when step = 1 then previous_step is null and before = 0 else previous_step = step - 1 end),
  constraint credit_changes check (total <> before),
  constraint credit_never_below_zero check (total >= 0)
);
create index credit_of_runs on cashback.credit (run_id, rebate_id) where run_id is not null;
create index credit_newest on cashback.credit (number);
comment on table cashback.credit is 'What was booked of a rebate, or clawed back; each follows the one before, and none is ever changed.';
comment on column cashback.credit.rebate_id is 'Of which rebate.';
comment on column cashback.credit.step is 'From 1.';
comment on column cashback.credit.previous_step is 'The one it follows.';
comment on column cashback.credit.before is 'Booked until then.';
comment on column cashback.credit.total is 'Booked from then on.';
comment on column cashback.credit.posting_id is 'The ledger''s posting of the difference.';
comment on column cashback.credit.run_id is 'The settlement run; none for what followed a return after it.';
comment on column cashback.credit.occurred_at is 'When.';
comment on column cashback.credit.recorded_at is 'When we learnt it.';
comment on column cashback.credit.actor is 'Who, or the program that did it.';
comment on column cashback.credit.number is 'Order of record.';

create function cashback.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'cashback.% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function cashback.refuse_rewriting() is 'Keeps recorded facts as they are.';
create trigger share_append_only before update or delete on cashback.share
  for each statement execute function cashback.refuse_rewriting();
create trigger credit_append_only before update or delete on cashback.credit
  for each statement execute function cashback.refuse_rewriting();
create trigger rebate_keeps_its_origin before delete or update of rebate_id, purchase_id, level, purchase_number, buyer_id,
  member_id, store_id, currency, version, occurred_at, occurred_on, settles_on, recorded_at
  on cashback.rebate for each statement execute function cashback.refuse_rewriting();
