create schema if not exists prepaid;
comment on schema prepaid is 'Stored value: top-ups and what became of them. Balances are the ledger''s.';

create table prepaid.account (
  member_id uuid        not null,
  frozen    boolean     not null default false,
  movements bigint      not null default 0,
  opened_at timestamptz not null,
  constraint account_pk primary key (member_id),
  constraint account_movements_counted check (movements >= 0)
) with (fillfactor = 50);
comment on table prepaid.account is 'A member who has or had stored value; its row is the lock under which the account moves.';
comment on column prepaid.account.member_id is 'Whose it is.';
comment on column prepaid.account.frozen is 'Whether nothing may move.';
comment on column prepaid.account.movements is 'How many movements there were; numbers the next.';
comment on column prepaid.account.opened_at is 'When it first moved.';

create table prepaid.top_up (
  member_id      uuid        not null,
  top_up_id      uuid        not null,
  number         bigint      not null,
  state          text        not null default 'open',
  paid           bigint      not null,
  gift           bigint      not null,
  principal_left bigint      not null,
  bonus_left     bigint      not null,
  paid_at        timestamptz not null,
  origin_id      uuid        not null,
  constraint top_up_pk primary key (member_id, top_up_id),
  constraint top_up_once unique (top_up_id),
  constraint top_up_state_known check (state in ('open', 'refunded', 'undone')),
  constraint top_up_amounts check (paid > 0 and gift >= 0),
  constraint top_up_never_overspent check (principal_left between 0 and paid and bonus_left between 0 and gift),
  constraint top_up_closed_is_empty check (state = 'open' or (principal_left = 0 and bonus_left = 0))
) with (fillfactor = 50);
comment on table prepaid.top_up is 'Money paid in or received from another member, with the bonus it brought; its checks keep it from being spent twice.';
comment on column prepaid.top_up.member_id is 'Whose it is.';
comment on column prepaid.top_up.top_up_id is 'The movement that brought it, with a suffix for each part of a transfer.';
comment on column prepaid.top_up.number is 'Number of that movement; the lowest is spent first.';
comment on column prepaid.top_up.state is 'open, refunded, or undone.';
comment on column prepaid.top_up.paid is 'Principal it brought, in the smallest unit.';
comment on column prepaid.top_up.gift is 'Bonus it brought.';
comment on column prepaid.top_up.principal_left is 'Principal not yet taken; a guard beside the ledger, equal to its movements by law.';
comment on column prepaid.top_up.bonus_left is 'Bonus not yet taken.';
comment on column prepaid.top_up.paid_at is 'When the money was paid in; a transfer does not change it.';
comment on column prepaid.top_up.origin_id is 'The top-up the money was paid in with: itself, or the one of whoever transferred it.';

create table prepaid.payment (
  member_id      uuid        not null,
  payment_id     uuid        not null,
  state          text        not null,
  principal      bigint      not null,
  bonus          bigint      not null,
  list_amount    bigint      not null,
  principal_back bigint      not null default 0,
  bonus_back     bigint      not null default 0,
  principal_hold uuid,
  bonus_hold     uuid,
  lapses_at      timestamptz,
  constraint payment_pk primary key (member_id, payment_id),
  constraint payment_once unique (payment_id),
  constraint payment_state_known check (state in ('locked', 'paid', 'released')),
  constraint payment_amounts check (principal >= 0 and bonus >= 0 and principal + bonus > 0),
  constraint payment_listed check (list_amount >= principal + bonus),
  constraint payment_never_returned_twice
    check (principal_back between 0 and principal and bonus_back between 0 and bonus)
) with (fillfactor = 70);
create index payment_lapsing on prepaid.payment (lapses_at) where state = 'locked';
comment on table prepaid.payment is 'What members paid with stored value, and how much of it came back.';
comment on column prepaid.payment.member_id is 'Who paid.';
comment on column prepaid.payment.payment_id is 'The movement that took it.';
comment on column prepaid.payment.state is 'locked (set aside), paid, or released without being paid.';
comment on column prepaid.payment.principal is 'Principal taken.';
comment on column prepaid.payment.bonus is 'Bonus taken.';
comment on column prepaid.payment.list_amount is 'What was bought, at the price before any discount.';
comment on column prepaid.payment.principal_back is 'Principal that came back.';
comment on column prepaid.payment.bonus_back is 'Bonus that came back.';
comment on column prepaid.payment.principal_hold is 'The ledger''s hold of the principal.';
comment on column prepaid.payment.bonus_hold is 'The ledger''s hold of the bonus.';
comment on column prepaid.payment.lapses_at is 'Until when a lock waits.';

create table prepaid.movement (
  member_id      uuid        not null,
  movement_id    uuid        not null,
  number         bigint      not null,
  kind           text        not null,
  principal      bigint      not null,
  bonus          bigint      not null,
  money          bigint      not null,
  method         text,
  about_id       uuid,
  other_member   uuid,
  store_id       uuid,
  cap            bigint,
  counts_bonus   boolean,
  named          boolean,
  inputs         jsonb,
  notices        text[]      not null default '{}',
  reason         text,
  reference      text,
  policy_version int         not null,
  content_hash   uuid        not null,
  occurred_on    date        not null,
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null,
  actor          text        not null,
  constraint movement_pk primary key (member_id, movement_id),
  constraint movement_once unique (movement_id),
  constraint movement_numbered unique (member_id, number),
  constraint movement_of_account foreign key (member_id) references prepaid.account (member_id),
  constraint movement_cap_whole check ((cap is null) = (counts_bonus is null)),
  constraint movement_kind_known check (kind in ('top-up', 'payment', 'lock', 'use', 'release', 'return', 'refund',
    'transfer-out', 'transfer-in', 'freeze', 'unfreeze', 'undo')),
  constraint movement_method_known check (method in ('cash', 'transfer', 'card', 'code')),
  constraint movement_signs check (case kind
    when 'top-up' then principal > 0 and bonus >= 0 and money = principal and method is not null
    when 'payment' then principal <= 0 and bonus <= 0 and principal + bonus < 0 and money = 0
    when 'lock' then principal <= 0 and bonus <= 0 and principal + bonus < 0 and money = 0
    when 'release' then principal >= 0 and bonus >= 0 and principal + bonus > 0 and money = 0
    when 'return' then principal >= 0 and bonus >= 0 and principal + bonus > 0 and money = 0
    when 'refund' then principal <= 0 and bonus <= 0 and money <= 0 and method is not null
    when 'transfer-out' then principal < 0 and bonus <= 0 and money = 0 and other_member is not null
    when 'transfer-in' then principal > 0 and bonus >= 0 and money = 0 and other_member is not null
    when 'undo' then about_id is not null
    else principal = 0 and bonus = 0 and money = 0 end)
);
create unique index movement_step_once on prepaid.movement (about_id, kind) where kind in ('use', 'release', 'undo');
create index movement_newest on prepaid.movement (occurred_at, number, movement_id);
create index movement_by_day on prepaid.movement (occurred_on, store_id);
create index movement_about on prepaid.movement (about_id) where about_id is not null;
comment on table prepaid.movement is 'Every act on a stored-value account, in order, never changed.';
comment on column prepaid.movement.member_id is 'Whose account.';
comment on column prepaid.movement.movement_id is 'Derived from the caller''s key; the cause of its posting in the ledger.';
comment on column prepaid.movement.number is 'Its place among the account''s movements.';
comment on column prepaid.movement.kind is 'What was done.';
comment on column prepaid.movement.principal is 'Change of the principal.';
comment on column prepaid.movement.bonus is 'Change of the bonus.';
comment on column prepaid.movement.money is 'Money taken in; below zero when paid out.';
comment on column prepaid.movement.method is 'How the money changed hands.';
comment on column prepaid.movement.about_id is 'The movement it returns, uses, releases or undoes; the sender''s side of a transfer.';
comment on column prepaid.movement.other_member is 'The other member of a transfer.';
comment on column prepaid.movement.store_id is 'Where.';
comment on column prepaid.movement.cap is 'The cap that held, where the balance rose by new money.';
comment on column prepaid.movement.counts_bonus is 'Whether bonus counted against it.';
comment on column prepaid.movement.named is 'Whether the account counted as named then.';
comment on column prepaid.movement.inputs is 'What a refund was calculated from; the calculation is made again from it.';
comment on column prepaid.movement.notices is 'What seemed worth a second look.';
comment on column prepaid.movement.reason is 'Why, in the words of whoever did it.';
comment on column prepaid.movement.reference is 'The receipt or order it belongs to.';
comment on column prepaid.movement.policy_version is 'Version of the stored-value rules that decided it.';
comment on column prepaid.movement.content_hash is 'Hash of what was asked: the same key with other content is refused.';
comment on column prepaid.movement.occurred_on is 'Business day.';
comment on column prepaid.movement.occurred_at is 'When it was true.';
comment on column prepaid.movement.recorded_at is 'When we learnt it.';
comment on column prepaid.movement.actor is 'Who did it.';

create table prepaid.part (
  member_id   uuid   not null,
  movement_id uuid   not null,
  top_up_id   uuid   not null,
  principal   bigint not null,
  bonus       bigint not null,
  constraint part_pk primary key (member_id, movement_id, top_up_id),
  constraint part_of_movement foreign key (member_id, movement_id) references prepaid.movement (member_id, movement_id),
  constraint part_of_top_up foreign key (member_id, top_up_id) references prepaid.top_up (member_id, top_up_id)
);
create index part_by_top_up on prepaid.part (member_id, top_up_id);
comment on table prepaid.part is 'Which top-ups a movement changed, never changed itself.';
comment on column prepaid.part.member_id is 'Whose account.';
comment on column prepaid.part.movement_id is 'The movement.';
comment on column prepaid.part.top_up_id is 'The top-up.';
comment on column prepaid.part.principal is 'Change of its principal.';
comment on column prepaid.part.bonus is 'Change of its bonus.';

create function prepaid.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'prepaid.% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function prepaid.refuse_rewriting() is 'Keeps recorded facts as they are.';
create trigger part_append_only before update or delete on prepaid.part
  for each statement execute function prepaid.refuse_rewriting();
-- Words of staff can be erased; nothing else of a movement changes.
create trigger movement_append_only
  before delete or update of member_id, movement_id, number, kind, principal, bonus, money, method, about_id, other_member,
    store_id, cap, counts_bonus, named, inputs, notices, policy_version, content_hash, occurred_on, occurred_at, recorded_at, actor
  on prepaid.movement
  for each statement execute function prepaid.refuse_rewriting();
