-- A card of unlimited use: what is bought are its days, on which it is used as often as one comes, or so often a day.
alter table sessioncards.product add column unlimited boolean not null default false;
alter table sessioncards.product add column daily int;
alter table sessioncards.product add constraint product_unlimited_has_days check (not unlimited or days is not null);
alter table sessioncards.product add constraint product_daily
  check (daily is null or (unlimited and daily between 1 and 100));
comment on column sessioncards.product.unlimited is 'Whether its days are sold and not a number of sessions.';
comment on column sessioncards.product.daily is 'How often at most a day, of an unlimited one; absent if as often as one comes.';
alter table sessioncards.product_item alter column sessions drop not null;
comment on column sessioncards.product_item.sessions is 'How many; absent on an unlimited card.';

alter table sessioncards.card add column unlimited boolean not null default false;
alter table sessioncards.card add column daily int;
alter table sessioncards.card add constraint card_unlimited_has_days check (not unlimited or days is not null);
alter table sessioncards.card add constraint card_daily check (daily is null or (unlimited and daily between 1 and 100));
comment on column sessioncards.card.unlimited is 'Whether its days were sold and not a number of sessions.';
comment on column sessioncards.card.daily is 'How often at most a day; absent if as often as one comes.';
create trigger card_unlimited_append_only before update of unlimited, daily
  on sessioncards.card for each statement execute function sessioncards.refuse_rewriting();
-- What is owed of these goes down day by day, so it is added up from the cards whose days are not over.
create index card_unlimited on sessioncards.card (last_day) where unlimited;

alter table sessioncards.share alter column sessions drop not null;
comment on column sessioncards.share.sessions is 'How many were sold; absent on an unlimited card.';

-- What was owed of a card on an earlier day depends on its last day as it was then, which the taking back of its only use ends.
alter table sessioncards.fact add column unbegun boolean not null default false;
alter table sessioncards.fact add constraint fact_unbegun_by_a_reversal check (not unbegun or kind = 'reversed');
comment on column sessioncards.fact.unbegun is 'Whether the card waits for its first use again with it, and has no last day.';
create trigger fact_unbegun_append_only before update of unbegun
  on sessioncards.fact for each statement execute function sessioncards.refuse_rewriting();
