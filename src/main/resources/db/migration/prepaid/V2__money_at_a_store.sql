-- What was paid in and back at a store is in its till; the counter lists it by time.
create index movement_of_money on prepaid.movement (occurred_at, movement_id)
  where money <> 0 and store_id is not null and method is not null;
