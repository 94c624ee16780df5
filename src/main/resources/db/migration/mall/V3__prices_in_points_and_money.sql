alter table mall.reward
  add column cash     bigint not null default 0,
  add column currency text,
  add constraint reward_cash_in_range check (cash between 0 and 100000000),
  add constraint reward_cash_has_currency check ((cash > 0) = (currency is not null));
comment on column mall.reward.cash is 'Price of one piece in money beside its points, in the smallest unit; 0 for points alone.';
comment on column mall.reward.currency is 'Currency of that money; absent for points alone.';

alter table mall.redemption
  add column unit_cash bigint not null default 0,
  add column cash      bigint not null default 0,
  add column currency  text,
  add constraint redemption_cash check (cash = unit_cash * quantity and unit_cash >= 0),
  add constraint redemption_cash_has_currency check ((cash > 0) = (currency is not null));
comment on column mall.redemption.unit_cash is 'Price of one piece in money beside its points as it was then; 0 for points alone and for what was won.';
comment on column mall.redemption.cash is 'Money for all pieces.';
comment on column mall.redemption.currency is 'Currency of that money; absent for points alone.';

create table mall.payment (
  payment_id  uuid        not null,
  order_id    uuid        not null,
  place       int         not null,
  origin_id   uuid,
  method      text        not null,
  amount      bigint      not null,
  currency    text        not null,
  reference   text,
  store_id    uuid        not null,
  occurred_on date        not null,
  occurred_at timestamptz not null,
  actor       text        not null,
  constraint payment_pk primary key (payment_id),
  constraint payment_of_redemption foreign key (order_id) references mall.redemption (order_id),
  constraint payment_of_origin foreign key (origin_id) references mall.payment (payment_id),
  constraint payment_given_back_once unique (origin_id),
  constraint payment_method_known check (method in ('cash', 'transfer', 'card', 'code')),
  constraint payment_direction check (amount <> 0 and (amount > 0) = (origin_id is null))
);
create index payment_by_redemption on mall.payment (order_id, place);
create index payment_newest on mall.payment (occurred_at, payment_id);
create index payment_by_day on mall.payment (occurred_on, store_id, method);
comment on table mall.payment is 'Money taken for a redemption beside its points, and the same money given back; never changed.';
comment on column mall.payment.payment_id is 'Derived from the order and the place, or from the payment that went back.';
comment on column mall.payment.order_id is 'For which redemption.';
comment on column mall.payment.place is 'Its place among the payments of the redemption.';
comment on column mall.payment.origin_id is 'The payment that went back; absent for money taken in.';
comment on column mall.payment.method is 'How the money changed hands.';
comment on column mall.payment.amount is 'Above zero taken in, below zero given back.';
comment on column mall.payment.currency is 'Its currency.';
comment on column mall.payment.reference is 'Slip or order number of the bank or provider.';
comment on column mall.payment.store_id is 'Whose till.';
comment on column mall.payment.occurred_on is 'Business day.';
comment on column mall.payment.occurred_at is 'When.';
comment on column mall.payment.actor is 'Who took it or gave it.';
create trigger payment_append_only before update or delete on mall.payment
  for each statement execute function mall.refuse_rewriting();
