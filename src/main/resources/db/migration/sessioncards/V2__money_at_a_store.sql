-- What was paid for a card is in the till of a store: none is without one.
alter table sessioncards.fact
  add constraint fact_money_at_a_store check (money = 0 or store_id is not null);
create index fact_of_money on sessioncards.fact (occurred_at, fact_id) where money <> 0;
create index fact_of_money_by_day on sessioncards.fact (occurred_on, store_id) where money <> 0;
