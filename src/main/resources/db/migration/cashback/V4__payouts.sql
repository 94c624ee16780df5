create table cashback.payout (
  payout_id    uuid        not null,
  number       bigint      generated always as identity,
  month        date        not null,
  ripe_through date        not null,
  cooling_days integer     not null,
  least        bigint      not null,
  currency     char(3)     not null,
  version      integer     not null,
  proposed     bigint      not null,
  promoters    integer     not null,
  reason       text        not null,
  content_hash uuid        not null,
  state        text        not null,
  ended_at     timestamptz,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  constraint payout_pk primary key (payout_id),
  constraint payout_of_a_month check (extract(day from month) = 1),
  constraint payout_of_what_is_ripe check (ripe_through = (month + interval '1 month - 1 day')::date - cooling_days),
  constraint payout_of_something check (proposed > 0 and promoters > 0 and least >= 0),
  constraint payout_state_known check (state in ('asked', 'paid', 'dropped')),
  constraint payout_ended_with_an_end check ((state = 'asked') = (ended_at is null))
);
create unique index payout_one_waits on cashback.payout ((true)) where state = 'asked';
create index payout_newest on cashback.payout (number);
comment on table cashback.payout is 'Runs that pay commissions out: what was proposed for whom, and what became of it.';
comment on column cashback.payout.payout_id is 'Derived from the caller''s key.';
comment on column cashback.payout.number is 'Order of record.';
comment on column cashback.payout.month is 'First day of the month it is for.';
comment on column cashback.payout.ripe_through is 'What was first credited by this day is paid: the month''s last day less the cooling-off days.';
comment on column cashback.payout.cooling_days is 'Days a commission lies after it was credited, by the rules of the day.';
comment on column cashback.payout.least is 'Whoever has less due is not paid yet, in the smallest unit.';
comment on column cashback.payout.currency is 'ISO 4217 code of the amounts.';
comment on column cashback.payout.version is 'Version of the rules.';
comment on column cashback.payout.proposed is 'Sum of what was proposed.';
comment on column cashback.payout.promoters is 'How many were to be paid.';
comment on column cashback.payout.reason is 'Why or for what, in the words of whoever proposed it.';
comment on column cashback.payout.content_hash is 'Hash of what was asked: the same key with other content is refused.';
comment on column cashback.payout.state is 'asked, paid, or dropped: rejected or withdrawn.';
comment on column cashback.payout.ended_at is 'When it was paid or dropped.';
comment on column cashback.payout.occurred_at is 'When it was proposed.';
comment on column cashback.payout.recorded_at is 'When we learnt it.';
comment on column cashback.payout.actor is 'Who proposed it.';

create table cashback.payout_line (
  payout_id   uuid   not null,
  member_id   uuid   not null,
  number      bigint generated always as identity,
  ripe        bigint not null,
  paid_before bigint not null,
  proposed    bigint not null,
  held        text,
  constraint payout_line_pk primary key (payout_id, member_id),
  constraint payout_line_of_payout foreign key (payout_id) references cashback.payout (payout_id),
  constraint payout_line_all_or_nothing check (proposed = case when held is null then ripe - paid_before else 0 end),
  constraint payout_line_pays_something check (held is not null or proposed > 0),
  constraint payout_line_held_known check (held in ('below-least', 'owed', 'no-member'))
);
create index payout_line_of_members on cashback.payout_line (member_id, number);
create index payout_line_newest on cashback.payout_line (number);
comment on table cashback.payout_line is 'What a payout proposes for a promoter, or why it proposes nothing; never changed.';
comment on column cashback.payout_line.payout_id is 'Of which payout.';
comment on column cashback.payout_line.member_id is 'For whom.';
comment on column cashback.payout_line.number is 'Order of record.';
comment on column cashback.payout_line.ripe is 'Commissions that no longer can come back: credited long enough ago, less what was clawed back.';
comment on column cashback.payout_line.paid_before is 'What was paid out before and not taken back.';
comment on column cashback.payout_line.proposed is 'What is to be paid: the difference, or nothing.';
comment on column cashback.payout_line.held is 'Why nothing is: below the least, owed by the promoter, or no member any more.';

create table cashback.payment (
  member_id     uuid        not null,
  step          integer     not null,
  previous_step integer,
  before        bigint      not null,
  total         bigint      not null,
  payout_id     uuid        not null,
  kind          text        not null,
  posting_id    uuid        not null,
  reason        text        not null,
  cause         uuid        not null,
  content_hash  uuid        not null,
  paid_on       date        not null,
  number        bigint      generated always as identity,
  occurred_at   timestamptz not null,
  recorded_at   timestamptz not null,
  actor         text        not null,
  constraint payment_pk primary key (member_id, step),
  constraint payment_of_line foreign key (payout_id, member_id) references cashback.payout_line (payout_id, member_id),
  constraint payment_total_at_step unique (member_id, step, total),
  constraint payment_follows foreign key (member_id, previous_step, before)
    references cashback.payment (member_id, step, total),
  constraint payment_steps check (case when step = 1 then previous_step is null and before = 0 else previous_step = step - 1 end),
  constraint payment_never_below_zero check (total >= 0),
  constraint payment_kind_known check (case kind when 'paid' then total > before when 'reversed' then total < before else false end),
  constraint payment_once_a_payout unique (payout_id, member_id, kind),
  constraint payment_posted_once unique (posting_id)
);
create index payment_of_causes on cashback.payment (cause);
create index payment_of_years on cashback.payment (member_id, paid_on);
comment on table cashback.payment is 'What promoters were paid, step by step: each follows the one before, and none is ever changed.';
comment on column cashback.payment.member_id is 'Who.';
comment on column cashback.payment.step is 'From 1.';
comment on column cashback.payment.previous_step is 'The step it follows.';
comment on column cashback.payment.before is 'Paid out until then and not taken back.';
comment on column cashback.payment.total is 'Paid out from then on; the difference is what was paid or taken back, before tax.';
comment on column cashback.payment.payout_id is 'By which payout it was paid.';
comment on column cashback.payment.kind is 'paid, or reversed: that payment did not reach them and is due again.';
comment on column cashback.payment.posting_id is 'The ledger''s posting.';
comment on column cashback.payment.reason is 'Why it was reversed, in the words of whoever did; empty for a payment.';
comment on column cashback.payment.cause is 'The payout, or the act that reversed it, derived from the caller''s key.';
comment on column cashback.payment.content_hash is 'Hash of what was asked.';
comment on column cashback.payment.paid_on is 'The company''s day of it; of a reversal, the day of what it reverses, so that a year''s sum is right.';
comment on column cashback.payment.number is 'Order of record.';
comment on column cashback.payment.occurred_at is 'When.';
comment on column cashback.payment.recorded_at is 'When we learnt it.';
comment on column cashback.payment.actor is 'Who, or the program that did it.';

create trigger payout_keeps_its_origin before delete or update of payout_id, month, ripe_through, cooling_days, least, currency,
  version, proposed, promoters, reason, content_hash, occurred_at, recorded_at, actor
  on cashback.payout for each statement execute function cashback.refuse_rewriting();
create trigger payout_line_append_only before update or delete on cashback.payout_line
  for each statement execute function cashback.refuse_rewriting();
-- Words of staff can be erased; nothing else changes.
create trigger payment_append_only
  before delete or update of member_id, step, previous_step, before, total, payout_id, kind, posting_id, cause, content_hash,
  paid_on, occurred_at, recorded_at, actor
  on cashback.payment for each statement execute function cashback.refuse_rewriting();
