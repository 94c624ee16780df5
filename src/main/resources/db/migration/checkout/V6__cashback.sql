alter table checkout.sale
  add column cashback         bigint not null default 0,
  add column cashback_back    bigint not null default 0,
  add column cashback_posting uuid;
alter table checkout.return
  add column cashback         bigint not null default 0,
  add column cashback_posting uuid;
comment on column checkout.sale.cashback is 'Paid with cashback.';
comment on column checkout.sale.cashback_back is 'Cashback given back since.';
comment on column checkout.sale.cashback_posting is 'The posting that took it.';
comment on column checkout.return.cashback is 'Cashback given back.';
comment on column checkout.return.cashback_posting is 'The posting that gave it back.';

alter table checkout.sale
  drop constraint sale_adds_up,
  drop constraint sale_of_member,
  add constraint sale_adds_up
    check (benefit_amount >= 0 and coupon_amount >= 0 and cashback >= 0
      and list_amount = discount + benefit_amount + coupon_amount + points_amount + stored + cashback + tendered),
  add constraint sale_of_member
    check (member_id is not null or (discount = 0 and benefit_amount = 0 and coupon_amount = 0 and points = 0 and stored = 0
      and cashback = 0 and purchase_id is null)),
  add constraint sale_cashback_is_paid check ((cashback > 0) = (cashback_posting is not null)),
  add constraint sale_cashback_never_more_back check (cashback_back between 0 and cashback);
alter table checkout.return
  add constraint return_cashback_goes_back check (cashback >= 0 and (cashback > 0) = (cashback_posting is not null));

create trigger sale_cashback_append_only before update of cashback, cashback_posting on checkout.sale
  for each statement execute function checkout.refuse_rewriting();
create trigger return_cashback_append_only before update of cashback, cashback_posting on checkout.return
  for each statement execute function checkout.refuse_rewriting();
