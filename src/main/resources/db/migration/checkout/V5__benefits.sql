alter table checkout.sale
  add column benefit_amount bigint not null default 0,
  add column benefit        text,
  add column benefit_use    uuid,
  add column benefit_return uuid;
alter table checkout.line add column benefit_amount bigint not null default 0;
alter table checkout.return add column benefit_amount bigint not null default 0;
alter table checkout.return_line add column benefit_amount bigint not null default 0;
comment on column checkout.sale.benefit_amount is 'What the discount of a benefit took off.';
comment on column checkout.sale.benefit is 'Which benefit, as its policy calls it; absent where none was used.';
comment on column checkout.sale.benefit_use is 'The use in the books of benefits.';
comment on column checkout.sale.benefit_return is 'The return of the last of the goods it took something off, with which the use was taken back.';
comment on column checkout.line.benefit_amount is 'Its share of what the discount of a benefit took off.';
comment on column checkout.return.benefit_amount is 'The returned part''s share of what the benefit had taken off.';
comment on column checkout.return_line.benefit_amount is 'Its share of what the benefit had taken off.';

alter table checkout.sale
  drop constraint sale_adds_up,
  drop constraint sale_of_member,
  add constraint sale_adds_up
    check (benefit_amount >= 0 and coupon_amount >= 0
      and list_amount = discount + benefit_amount + coupon_amount + points_amount + stored + tendered),
  add constraint sale_of_member
    check (member_id is not null or (discount = 0 and benefit_amount = 0 and coupon_amount = 0 and points = 0 and stored = 0
      and purchase_id is null)),
  add constraint sale_benefit_is_used
    check ((benefit_amount > 0) = (benefit_use is not null) and (benefit_use is null) = (benefit is null)
      and (benefit_return is null or benefit_use is not null)),
  add constraint sale_benefit_back_with_return foreign key (benefit_return) references checkout.return (return_id);
create unique index sale_of_benefit_use on checkout.sale (benefit_use) where benefit_use is not null;
alter table checkout.line
  drop constraint line_adds_up,
  add constraint line_adds_up
    check (benefit_amount >= 0 and coupon_amount >= 0
      and list_amount = discount + benefit_amount + coupon_amount + points_amount + paid);
alter table checkout.return add constraint return_benefit_amount check (benefit_amount >= 0);
alter table checkout.return_line add constraint return_line_benefit_amount check (benefit_amount >= 0);

create trigger sale_benefit_append_only before update of benefit_amount, benefit, benefit_use on checkout.sale
  for each statement execute function checkout.refuse_rewriting();
create trigger line_benefit_append_only before update of benefit_amount on checkout.line
  for each statement execute function checkout.refuse_rewriting();
create trigger return_benefit_append_only before update of benefit_amount on checkout.return
  for each statement execute function checkout.refuse_rewriting();
