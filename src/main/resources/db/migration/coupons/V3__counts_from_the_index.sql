-- What became of a batch's coupons is counted whenever a batch is looked at: from the index alone, which every use of a coupon
-- writes anyway, since it changes the state. For a batch of twenty thousand that takes five milliseconds in place of hundreds.
drop index coupons.coupon_of_batch;
create index coupon_of_batch on coupons.coupon (batch_id, state, valid_to) include (used_amount, used_currency);
