create schema if not exists checkout;
comment on schema checkout is 'What was sold at the counter: how it was priced and paid, and what came back.';

create table checkout.sale (
  checkout_id     uuid        not null,
  number          text        not null,
  member_id       uuid,
  store_id        uuid        not null,
  currency        text        not null,
  list_amount     bigint      not null,
  discount        bigint      not null,
  points          bigint      not null,
  points_amount   bigint      not null,
  stored          bigint      not null,
  tendered        bigint      not null,
  points_back     bigint      not null default 0,
  stored_back     bigint      not null default 0,
  tendered_back   bigint      not null default 0,
  points_posting  uuid,
  stored_movement uuid,
  purchase_id     uuid,
  points_earned   bigint      not null,
  inputs          jsonb       not null,
  policy_version  int         not null,
  content_hash    uuid        not null,
  occurred_on     date        not null,
  occurred_at     timestamptz not null,
  recorded_at     timestamptz not null,
  actor           text        not null,
  constraint sale_pk primary key (checkout_id),
  constraint sale_numbered unique (number),
  constraint sale_adds_up check (list_amount = discount + points_amount + stored + tendered),
  constraint sale_amounts check (list_amount >= 0 and discount >= 0 and points_amount >= 0 and stored >= 0 and tendered >= 0),
  constraint sale_points_are_redeemed
    check (points >= 0 and (points > 0) = (points_posting is not null) and (points > 0) = (points_amount > 0)),
  constraint sale_stored_is_paid check ((stored > 0) = (stored_movement is not null)),
  constraint sale_of_member
    check (member_id is not null or (discount = 0 and points = 0 and stored = 0 and purchase_id is null)),
  constraint sale_never_returned_twice check (points_back between 0 and points
    and stored_back between 0 and stored and tendered_back between 0 and tendered)
) with (fillfactor = 80);
create index sale_newest on checkout.sale (occurred_at, checkout_id);
create index sale_of_members on checkout.sale (member_id, occurred_at) where member_id is not null;
create index sale_by_day on checkout.sale (occurred_on, store_id);
comment on table checkout.sale is 'A basket that was paid; its row is the lock under which parts of it come back.';
comment on column checkout.sale.checkout_id is 'Derived from the caller''s key.';
comment on column checkout.sale.number is 'What is printed on the receipt.';
comment on column checkout.sale.member_id is 'Who bought; absent for nobody known.';
comment on column checkout.sale.store_id is 'Where.';
comment on column checkout.sale.currency is 'Of all amounts, which are in its smallest unit.';
comment on column checkout.sale.list_amount is 'Sum of the lines before any deduction.';
comment on column checkout.sale.discount is 'What the tier took off.';
comment on column checkout.sale.points is 'Points redeemed.';
comment on column checkout.sale.points_amount is 'What they counted as money.';
comment on column checkout.sale.stored is 'Paid with stored value.';
comment on column checkout.sale.tendered is 'Paid in cash, by transfer, card or code.';
comment on column checkout.sale.points_back is 'Points given back since.';
comment on column checkout.sale.stored_back is 'Stored value given back since.';
comment on column checkout.sale.tendered_back is 'Payments given back since.';
comment on column checkout.sale.points_posting is 'The ledger''s posting that redeemed the points.';
comment on column checkout.sale.stored_movement is 'The payment with stored value.';
comment on column checkout.sale.purchase_id is 'The purchase that earns points and tier.';
comment on column checkout.sale.points_earned is 'What the purchase earned when it was recorded.';
comment on column checkout.sale.inputs is 'What was known of the buyer and asked for; the price is worked out again from it.';
comment on column checkout.sale.policy_version is 'Version of the checkout rules.';
comment on column checkout.sale.content_hash is 'Hash of what was asked: the same key with other content is refused.';
comment on column checkout.sale.occurred_on is 'Business day.';
comment on column checkout.sale.occurred_at is 'When it was paid.';
comment on column checkout.sale.recorded_at is 'When we learnt it.';
comment on column checkout.sale.actor is 'Who sold it.';

create table checkout.line (
  checkout_id   uuid   not null,
  line_number   int    not null,
  product       text,
  category      text,
  quantity      bigint not null,
  list_amount   bigint not null,
  discount      bigint not null,
  points_amount bigint not null,
  paid          bigint not null,
  quantity_back bigint not null default 0,
  constraint line_pk primary key (checkout_id, line_number),
  constraint line_of_checkout foreign key (checkout_id) references checkout.sale (checkout_id),
  constraint line_adds_up check (list_amount = discount + points_amount + paid),
  constraint line_amounts check (quantity > 0 and discount >= 0 and points_amount >= 0 and paid >= 0),
  constraint line_never_returned_twice check (quantity_back between 0 and quantity)
) with (fillfactor = 80);
comment on table checkout.line is 'One line of a checkout, with its share of every deduction.';
comment on column checkout.line.checkout_id is 'Of which checkout.';
comment on column checkout.line.line_number is 'From 1.';
comment on column checkout.line.product is 'What.';
comment on column checkout.line.category is 'Of which category.';
comment on column checkout.line.quantity is 'Thousandths of the product''s unit.';
comment on column checkout.line.list_amount is 'Before any deduction.';
comment on column checkout.line.discount is 'What the tier took off.';
comment on column checkout.line.points_amount is 'Its share of what points counted as money.';
comment on column checkout.line.paid is 'What was left to pay for it.';
comment on column checkout.line.quantity_back is 'How much of it was given back since.';

create table checkout.return (
  return_id      uuid        not null,
  checkout_id    uuid        not null,
  store_id       uuid        not null,
  discount       bigint      not null,
  points         bigint      not null,
  points_amount  bigint      not null,
  stored         bigint      not null,
  tendered       bigint      not null,
  points_posting uuid,
  stored_movement uuid,
  reason         text        not null,
  policy_version int         not null,
  content_hash   uuid        not null,
  occurred_on    date        not null,
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null,
  actor          text        not null,
  constraint return_pk primary key (return_id),
  constraint return_of_checkout foreign key (checkout_id) references checkout.sale (checkout_id),
  constraint return_amounts
    check (discount >= 0 and points >= 0 and points_amount >= 0 and stored >= 0 and tendered >= 0),
  constraint return_points_go_back check ((points > 0) = (points_posting is not null)),
  constraint return_stored_goes_back check ((stored > 0) = (stored_movement is not null))
);
create index return_by_checkout on checkout.return (checkout_id);
create index return_by_day on checkout.return (occurred_on, store_id);
comment on table checkout.return is 'A part of a checkout that came back, and what went back for it; never changed.';
comment on column checkout.return.return_id is 'Derived from the caller''s key.';
comment on column checkout.return.checkout_id is 'Of which checkout.';
comment on column checkout.return.store_id is 'Where it came back.';
comment on column checkout.return.discount is 'The returned part''s share of the discount.';
comment on column checkout.return.points is 'Points given back.';
comment on column checkout.return.points_amount is 'What they had counted as money.';
comment on column checkout.return.stored is 'Stored value given back.';
comment on column checkout.return.tendered is 'Money given back.';
comment on column checkout.return.points_posting is 'The ledger''s posting that gave the points back.';
comment on column checkout.return.stored_movement is 'The return of the payment with stored value.';
comment on column checkout.return.reason is 'Why, in the words of whoever took it back.';
comment on column checkout.return.policy_version is 'Version of the checkout rules that said where money goes back to.';
comment on column checkout.return.content_hash is 'Hash of what was asked.';
comment on column checkout.return.occurred_on is 'Business day.';
comment on column checkout.return.occurred_at is 'When.';
comment on column checkout.return.recorded_at is 'When we learnt it.';
comment on column checkout.return.actor is 'Who took it back.';

create table checkout.return_line (
  return_id     uuid   not null,
  line_number   int    not null,
  checkout_id   uuid   not null,
  quantity      bigint not null,
  discount      bigint not null,
  points_amount bigint not null,
  paid          bigint not null,
  constraint return_line_pk primary key (return_id, line_number),
  constraint return_line_of_return foreign key (return_id) references checkout.return (return_id),
  constraint return_line_of_line foreign key (checkout_id, line_number) references checkout.line (checkout_id, line_number),
  constraint return_line_amounts check (quantity > 0 and discount >= 0 and points_amount >= 0 and paid >= 0)
);
create index return_line_by_line on checkout.return_line (checkout_id, line_number);
comment on table checkout.return_line is 'How much of a line came back, never changed.';
comment on column checkout.return_line.return_id is 'With which return.';
comment on column checkout.return_line.line_number is 'Which line.';
comment on column checkout.return_line.checkout_id is 'Of which checkout.';
comment on column checkout.return_line.quantity is 'How much, in thousandths.';
comment on column checkout.return_line.discount is 'Its share of the discount.';
comment on column checkout.return_line.points_amount is 'Its share of what points had counted.';
comment on column checkout.return_line.paid is 'What had been paid for it.';

create table checkout.payment (
  payment_id  uuid        not null,
  checkout_id uuid        not null,
  place       int         not null,
  return_id   uuid,
  origin_id   uuid,
  method      text        not null,
  amount      bigint      not null,
  back        bigint      not null default 0,
  reference   text,
  store_id    uuid        not null,
  occurred_on date        not null,
  occurred_at timestamptz not null,
  actor       text        not null,
  constraint payment_pk primary key (payment_id),
  constraint payment_of_checkout foreign key (checkout_id) references checkout.sale (checkout_id),
  constraint payment_of_return foreign key (return_id) references checkout.return (return_id),
  constraint payment_method_known check (method in ('cash', 'transfer', 'card', 'code')),
  constraint payment_direction
    check (case when return_id is null then amount > 0 and origin_id is null else amount < 0 and origin_id is not null end),
  constraint payment_never_returned_twice check (back between 0 and greatest(amount, 0))
) with (fillfactor = 80);
create index payment_by_checkout on checkout.payment (checkout_id, place);
create index payment_newest on checkout.payment (occurred_at, payment_id);
create index payment_by_day on checkout.payment (occurred_on, store_id, method);
comment on table checkout.payment is 'Money taken in for a checkout, and money given back for a return of it.';
comment on column checkout.payment.payment_id is 'Identifier.';
comment on column checkout.payment.checkout_id is 'For which checkout.';
comment on column checkout.payment.place is 'Its place among the payments of the checkout or of the return.';
comment on column checkout.payment.return_id is 'For which return money went back; absent for money taken in.';
comment on column checkout.payment.origin_id is 'The payment that went back.';
comment on column checkout.payment.method is 'How the money changed hands.';
comment on column checkout.payment.amount is 'Above zero taken in, below zero given back.';
comment on column checkout.payment.back is 'How much of it was given back since.';
comment on column checkout.payment.reference is 'Slip or order number of the bank or provider.';
comment on column checkout.payment.store_id is 'Whose till.';
comment on column checkout.payment.occurred_on is 'Business day.';
comment on column checkout.payment.occurred_at is 'When.';
comment on column checkout.payment.actor is 'Who took it or gave it.';

create function checkout.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'checkout.% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function checkout.refuse_rewriting() is 'Keeps recorded facts as they are.';
create trigger return_line_append_only before update or delete on checkout.return_line
  for each statement execute function checkout.refuse_rewriting();
-- Words of staff can be erased; what came back so far is counted; nothing else changes.
create trigger return_append_only
  before delete or update of return_id, checkout_id, store_id, discount, points, points_amount, stored, tendered, points_posting, stored_movement,
    policy_version, content_hash, occurred_on, occurred_at, recorded_at, actor
  on checkout.return for each statement execute function checkout.refuse_rewriting();
create trigger sale_append_only
  before delete or update of checkout_id, number, member_id, store_id, currency, list_amount, discount, points, points_amount,
    stored, tendered, points_posting, stored_movement, purchase_id, points_earned, inputs, policy_version, content_hash,
    occurred_on, occurred_at, recorded_at, actor
  on checkout.sale for each statement execute function checkout.refuse_rewriting();
create trigger line_append_only
  before delete or update of checkout_id, line_number, product, category, quantity, list_amount, discount, points_amount, paid
  on checkout.line for each statement execute function checkout.refuse_rewriting();
create trigger payment_append_only
  before delete or update of payment_id, checkout_id, place, return_id, origin_id, method, amount, store_id, occurred_on,
    occurred_at, actor
  on checkout.payment for each statement execute function checkout.refuse_rewriting();
