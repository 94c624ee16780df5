alter table checkout.return add column number int;
update checkout.return back
   set number = placed.number
  from (select return_id,
               row_number() over (partition by checkout_id order by occurred_at, return_id) as number
          from checkout.return) placed
 where placed.return_id = back.return_id;
alter table checkout.return
  alter column number set not null,
  add constraint return_numbered unique (checkout_id, number),
  add constraint return_counts_from_one check (number > 0);
drop index checkout.return_by_checkout;
comment on column checkout.return.number is 'Which of the checkout''s returns, from 1: returns of one instant keep their order.';
create trigger return_number_append_only before update of number on checkout.return
  for each statement execute function checkout.refuse_rewriting();
