-- A key ends one order and moves the stock of one reward. Where one was used twice before, the later use keeps a key of its own.
update mall.redemption r
set close_key = md5(r.close_key::text || r.order_id::text)::uuid
where exists (
  select 1
  from mall.redemption earlier
  where earlier.close_key = r.close_key
    and (earlier.closed_at, earlier.order_id) < (r.closed_at, r.order_id));
update mall.redemption r
set return_key = md5(r.return_key::text || r.order_id::text)::uuid
where exists (
  select 1
  from mall.redemption earlier
  where earlier.return_key = r.return_key
    and (earlier.returned_at, earlier.order_id) < (r.returned_at, r.order_id));
create unique index redemption_close_key_once on mall.redemption (close_key) where close_key is not null;
create unique index redemption_return_key_once on mall.redemption (return_key) where return_key is not null;

alter table mall.stock_movement disable trigger stock_movement_append_only;
update mall.stock_movement m
set movement_id = md5(m.movement_id::text || m.reward_id::text)::uuid
where m.order_id is null
  and exists (
    select 1
    from mall.stock_movement earlier
    where earlier.order_id is null
      and earlier.movement_id = m.movement_id
      and (earlier.recorded_at, earlier.reward_id) < (m.recorded_at, m.reward_id));
alter table mall.stock_movement enable trigger stock_movement_append_only;
create unique index stock_movement_key_once on mall.stock_movement (movement_id) where order_id is null;
