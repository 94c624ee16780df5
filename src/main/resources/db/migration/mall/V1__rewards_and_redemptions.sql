create schema if not exists mall;
comment on schema mall is 'Rewards that points buy, their stock, and what members redeemed.';

create table mall.reward (
  reward_id        uuid        not null,
  code             text        not null,
  kind             text        not null,
  state            text        not null,
  name             text        not null,
  name_tw          text,
  name_en          text,
  description      text,
  points           bigint      not null,
  tier_points      jsonb       not null default '[]',
  first_day        date,
  last_day         date,
  stores           uuid[]      not null default '{}',
  limit_per_member int,
  revision         int         not null,
  created_at       timestamptz not null,
  changed_at       timestamptz not null,
  constraint reward_pk primary key (reward_id),
  constraint reward_code_once unique (code),
  constraint reward_code_form check (code ~ '^[A-Z0-9][A-Z0-9-]{0,31}$'),
  constraint reward_kind_known check (kind in ('goods', 'service')),
  constraint reward_state_known check (state in ('draft', 'on-sale', 'off')),
  constraint reward_points_positive check (points between 1 and 1000000000),
  constraint reward_days_in_order check (first_day <= last_day),
  constraint reward_limit_positive check (limit_per_member > 0)
);
comment on table mall.reward is 'What points buy.';
comment on column mall.reward.reward_id is 'Identifier.';
comment on column mall.reward.code is 'The house''s own number for it.';
comment on column mall.reward.kind is 'goods or service.';
comment on column mall.reward.state is 'draft, on-sale or off.';
comment on column mall.reward.name is 'Name, as shown where no other language is given.';
comment on column mall.reward.name_tw is 'Name in traditional Chinese.';
comment on column mall.reward.name_en is 'Name in English.';
comment on column mall.reward.description is 'What it is and how it is used.';
comment on column mall.reward.points is 'Price of one piece in points.';
comment on column mall.reward.tier_points is 'Price for members of a tier, by tier code, where it differs.';
comment on column mall.reward.first_day is 'First day it can be redeemed.';
comment on column mall.reward.last_day is 'Last day it can be redeemed.';
comment on column mall.reward.stores is 'Stores where it can be picked up; every store if empty.';
comment on column mall.reward.limit_per_member is 'Most pieces one member may have, cancelled and returned ones not counted.';
comment on column mall.reward.revision is 'Counts changes; what a change must name as expected.';
comment on column mall.reward.created_at is 'When it was entered.';
comment on column mall.reward.changed_at is 'When it was last changed.';

create table mall.stock (
  reward_id uuid   not null,
  received  bigint not null default 0,
  available bigint not null default 0,
  held      bigint not null default 0,
  gone      bigint not null default 0,
  constraint stock_pk primary key (reward_id),
  constraint stock_of_reward foreign key (reward_id) references mall.reward (reward_id),
  constraint stock_never_oversold check (available >= 0 and held >= 0 and gone >= 0),
  constraint stock_adds_up check (available + held + gone = received),
  constraint stock_in_range check (received <= 1000000000)
) with (fillfactor = 50);
comment on table mall.stock is 'Pieces of a reward; its row is the lock under which they change, and its checks keep it from being oversold.';
comment on column mall.stock.reward_id is 'The reward.';
comment on column mall.stock.received is 'Pieces that came in, corrections included.';
comment on column mall.stock.available is 'Pieces that can be redeemed.';
comment on column mall.stock.held is 'Pieces kept for redemptions that wait for pick-up.';
comment on column mall.stock.gone is 'Pieces handed out and not taken back.';

create table mall.stock_movement (
  reward_id   uuid        not null,
  movement_id uuid        not null,
  kind        text        not null,
  quantity    bigint      not null,
  order_id    uuid,
  reason      text,
  actor       text        not null,
  recorded_at timestamptz not null,
  constraint stock_movement_pk primary key (reward_id, movement_id),
  constraint stock_movement_of_stock foreign key (reward_id) references mall.stock (reward_id),
  constraint stock_movement_kind_known check
    (kind in ('received', 'corrected', 'held', 'released', 'fulfilled', 'returned')),
  constraint stock_movement_quantity check (quantity > 0 or (kind = 'corrected' and quantity <> 0)),
  constraint stock_movement_cause check ((kind in ('received', 'corrected')) = (order_id is null))
);
create unique index stock_movement_once on mall.stock_movement (order_id, kind) where order_id is not null;
comment on table mall.stock_movement is 'Every change of stock, never changed itself; an order holds, releases, takes and returns once.';
comment on column mall.stock_movement.reward_id is 'The reward.';
comment on column mall.stock_movement.movement_id is 'Identifier, in order of recording.';
comment on column mall.stock_movement.kind is 'received, corrected, held, released, fulfilled or returned.';
comment on column mall.stock_movement.quantity is 'Pieces; below zero only in a correction.';
comment on column mall.stock_movement.order_id is 'The redemption that moved them.';
comment on column mall.stock_movement.reason is 'Why, in the words of whoever entered it.';
comment on column mall.stock_movement.actor is 'Who did it.';
comment on column mall.stock_movement.recorded_at is 'When.';

create table mall.redemption (
  member_id      uuid        not null,
  order_id       uuid        not null,
  reward_id      uuid        not null,
  quantity       int         not null,
  unit_points    bigint      not null,
  points         bigint      not null,
  tier           text,
  state          text        not null,
  store_id       uuid,
  hold_id        uuid        not null,
  code_hash      uuid,
  content_hash   uuid        not null,
  policy_version int         not null,
  placed_on      date        not null,
  day_number     int         not null,
  placed_at      timestamptz not null,
  placed_by      text        not null,
  pick_up_by     timestamptz not null,
  closed_at      timestamptz,
  closed_by      text,
  closed_store   uuid,
  reason         text,
  close_key      uuid,
  use_id         uuid,
  returned_at    timestamptz,
  returned_by    text,
  return_reason  text,
  return_key     uuid,
  given_again    bigint      not null default 0,
  constraint redemption_pk primary key (member_id, order_id),
  constraint redemption_order_once unique (order_id),
  constraint redemption_of_reward foreign key (reward_id) references mall.stock (reward_id),
  constraint redemption_state_known check (state in ('waiting', 'fulfilled', 'cancelled', 'expired', 'returned')),
  constraint redemption_quantity check (quantity between 1 and 1000),
  constraint redemption_points check (points = unit_points * quantity and unit_points > 0),
  constraint redemption_day_once unique (member_id, placed_on, day_number),
  constraint redemption_closed check ((state = 'waiting') = (closed_at is null)),
  constraint redemption_returned check ((state = 'returned') = (returned_at is not null))
) with (fillfactor = 80);
create unique index redemption_code_once on mall.redemption (code_hash) where code_hash is not null;
create index redemption_due on mall.redemption (pick_up_by) where state = 'waiting';
create index redemption_newest on mall.redemption (placed_at, order_id);
create index redemption_by_reward on mall.redemption (reward_id, member_id);
comment on table mall.redemption is 'What members redeemed: points and pieces are held together, then both go or both come back.';
comment on column mall.redemption.member_id is 'Who redeemed.';
comment on column mall.redemption.order_id is 'Derived from the caller''s key.';
comment on column mall.redemption.reward_id is 'What.';
comment on column mall.redemption.quantity is 'Pieces.';
comment on column mall.redemption.unit_points is 'Price of one piece as it was then.';
comment on column mall.redemption.points is 'Price of all.';
comment on column mall.redemption.tier is 'The member''s tier, where it decided the price.';
comment on column mall.redemption.state is 'waiting for pick-up, fulfilled, cancelled, expired (not picked up) or returned.';
comment on column mall.redemption.store_id is 'Where it is to be picked up; any allowed store if absent.';
comment on column mall.redemption.hold_id is 'The ledger''s hold of the points.';
comment on column mall.redemption.code_hash is 'Keyed hash of the pick-up code, which is stored nowhere.';
comment on column mall.redemption.content_hash is 'Hash of what was asked: the same key with other content is refused.';
comment on column mall.redemption.policy_version is 'Version of loyalty''s redemption rules that decided it.';
comment on column mall.redemption.placed_on is 'Business day of the order.';
comment on column mall.redemption.day_number is 'Number of the order among the member''s of that day; unique, which guards the limit per day.';
comment on column mall.redemption.placed_at is 'When.';
comment on column mall.redemption.placed_by is 'Who entered it.';
comment on column mall.redemption.pick_up_by is 'Until when it waits.';
comment on column mall.redemption.closed_at is 'When it was handed out, cancelled or given up.';
comment on column mall.redemption.closed_by is 'Who did that.';
comment on column mall.redemption.closed_store is 'Where it was handed out.';
comment on column mall.redemption.reason is 'Why it was cancelled.';
comment on column mall.redemption.close_key is 'Derived from the key with which it was closed, so that a repetition is recognised.';
comment on column mall.redemption.use_id is 'The ledger''s posting that redeemed the points.';
comment on column mall.redemption.returned_at is 'When it was taken back.';
comment on column mall.redemption.returned_by is 'Who took it back.';
comment on column mall.redemption.return_reason is 'Why it was taken back.';
comment on column mall.redemption.return_key is 'Derived from the key with which it was taken back.';
comment on column mall.redemption.given_again is 'Points that had expired while held and were given anew.';

create table mall.code_attempt (
  actor      text        not null,
  attempt_id uuid        not null,
  tried_at   timestamptz not null,
  constraint code_attempt_pk primary key (actor, attempt_id)
);
create index code_attempt_by_time on mall.code_attempt (actor, tried_at);
comment on table mall.code_attempt is 'Pick-up codes that were tried and not found, so that nobody can guess at leisure.';
comment on column mall.code_attempt.actor is 'Who tried.';
comment on column mall.code_attempt.attempt_id is 'Identifier.';
comment on column mall.code_attempt.tried_at is 'When.';

create function mall.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'mall.% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function mall.refuse_rewriting() is 'Keeps recorded facts as they are.';
create trigger stock_movement_append_only before update or delete on mall.stock_movement
  for each statement execute function mall.refuse_rewriting();
