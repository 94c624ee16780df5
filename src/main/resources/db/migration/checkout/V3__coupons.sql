alter table checkout.sale add column coupon_amount bigint not null default 0;
alter table checkout.line add column coupon_amount bigint not null default 0;
alter table checkout.return add column coupon_amount bigint not null default 0;
alter table checkout.return_line add column coupon_amount bigint not null default 0;
comment on column checkout.sale.coupon_amount is 'What coupons took off.';
comment on column checkout.line.coupon_amount is 'Its share of what coupons took off.';
comment on column checkout.return.coupon_amount is 'The returned part''s share of what coupons had taken off.';
comment on column checkout.return_line.coupon_amount is 'Its share of what coupons had taken off.';

alter table checkout.sale drop constraint sale_adds_up;
alter table checkout.sale add constraint sale_adds_up
  check (coupon_amount >= 0 and list_amount = discount + coupon_amount + points_amount + stored + tendered);
alter table checkout.sale drop constraint sale_of_member;
alter table checkout.sale add constraint sale_of_member
  check (member_id is not null or (discount = 0 and coupon_amount = 0 and points = 0 and stored = 0 and purchase_id is null));
alter table checkout.line drop constraint line_adds_up;
alter table checkout.line add constraint line_adds_up
  check (coupon_amount >= 0 and list_amount = discount + coupon_amount + points_amount + paid);
alter table checkout.return add constraint return_coupon_amount check (coupon_amount >= 0);
alter table checkout.return_line add constraint return_line_coupon_amount check (coupon_amount >= 0);

create table checkout.coupon (
  checkout_id uuid   not null,
  coupon_id   uuid   not null,
  place       int    not null,
  code        text   not null,
  name        text   not null,
  gift        text,
  amount      bigint not null,
  valid_to    date   not null,
  return_id   uuid,
  constraint coupon_pk primary key (checkout_id, coupon_id),
  constraint coupon_of_checkout foreign key (checkout_id) references checkout.sale (checkout_id),
  constraint coupon_back_with_return foreign key (return_id) references checkout.return (return_id),
  constraint coupon_amount_or_gift check (amount >= 0 and (amount > 0 or gift is not null))
) with (fillfactor = 80);
create unique index coupon_stands_once on checkout.coupon (coupon_id) where return_id is null;
comment on table checkout.coupon is 'A coupon used in a checkout, and the return with which it went back.';
comment on column checkout.coupon.checkout_id is 'In which checkout.';
comment on column checkout.coupon.coupon_id is 'Which coupon.';
comment on column checkout.coupon.place is 'Its place in the order in which coupons were taken, from 1.';
comment on column checkout.coupon.code is 'What was shown at the counter.';
comment on column checkout.coupon.name is 'What it is called.';
comment on column checkout.coupon.gift is 'What was handed over for it.';
comment on column checkout.coupon.amount is 'What it took off.';
comment on column checkout.coupon.valid_to is 'Its last day.';
comment on column checkout.coupon.return_id is 'The return of the last of its lines, with which it went back to the member.';

create table checkout.coupon_line (
  checkout_id uuid   not null,
  coupon_id   uuid   not null,
  line_number int    not null,
  amount      bigint not null,
  constraint coupon_line_pk primary key (checkout_id, coupon_id, line_number),
  constraint coupon_line_of_coupon foreign key (checkout_id, coupon_id) references checkout.coupon (checkout_id, coupon_id),
  constraint coupon_line_of_line foreign key (checkout_id, line_number) references checkout.line (checkout_id, line_number),
  constraint coupon_line_amount check (amount >= 0)
);
comment on table checkout.coupon_line is 'A line a coupon applied to, with its share; never changed.';
comment on column checkout.coupon_line.checkout_id is 'In which checkout.';
comment on column checkout.coupon_line.coupon_id is 'Which coupon.';
comment on column checkout.coupon_line.line_number is 'Which line.';
comment on column checkout.coupon_line.amount is 'Its share of what the coupon took off.';

create trigger coupon_line_append_only before update or delete on checkout.coupon_line
  for each statement execute function checkout.refuse_rewriting();
create trigger coupon_append_only
  before delete or update of checkout_id, coupon_id, place, code, name, gift, amount, valid_to
  on checkout.coupon for each statement execute function checkout.refuse_rewriting();
create trigger sale_coupons_append_only before update of coupon_amount on checkout.sale
  for each statement execute function checkout.refuse_rewriting();
create trigger line_coupons_append_only before update of coupon_amount on checkout.line
  for each statement execute function checkout.refuse_rewriting();
create trigger return_coupons_append_only before update of coupon_amount on checkout.return
  for each statement execute function checkout.refuse_rewriting();
