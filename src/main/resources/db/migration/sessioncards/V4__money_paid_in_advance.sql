-- What was noticed when a card was sold, such as that its price lifted the money paid in advance above the cap.
alter table sessioncards.card add column notices text[] not null default '{}';
comment on column sessioncards.card.notices is 'What was noticed at the sale; written in the transaction that sells.';
-- By how much a day changed what is owed is added up each time money comes in under the cap of money paid in advance.
create index fact_advance_by_day on sessioncards.fact (occurred_on) include (kind, currency, money, worth, card_id)
  where kind in ('sold', 'refunded') or worth <> 0;
