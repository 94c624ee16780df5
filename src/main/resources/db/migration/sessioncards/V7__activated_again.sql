-- A card whose last day is over and that has sessions left is activated again; that is taken back if nothing was used since.
alter table sessioncards.fact drop constraint fact_kind_known;
alter table sessioncards.fact add constraint fact_kind_known check (kind in ('sold', 'used', 'booked', 'rescheduled', 'cancelled',
  'late-cancelled', 'attended', 'no-show', 'reversed', 'extended', 'reactivated', 'deactivated', 'refunded', 'closed'));
alter table sessioncards.fact drop constraint fact_moves;
alter table sessioncards.fact add constraint fact_moves check (
  (kind in ('sold', 'rescheduled', 'extended', 'reactivated', 'deactivated', 'refunded')
    and used = 0 and held = 0 and given_back = 0)
  or (kind = 'used' and used = 1 and held = 0 and given_back = 0)
  or (kind = 'booked' and used = 0 and held = 1 and given_back = 0)
  or (kind = 'cancelled' and used = 0 and held = -1 and given_back = 0)
  or (kind in ('late-cancelled', 'no-show') and used in (0, 1) and held = -1 and given_back = 0)
  or (kind = 'attended' and used = 1 and held = -1 and given_back = 0)
  or (kind = 'reversed' and used = -1 and held = 0 and given_back = 0)
  or (kind = 'closed' and used = 0 and held = 0 and given_back > 0));
alter table sessioncards.fact drop constraint fact_has_service;
alter table sessioncards.fact add constraint fact_has_service
  check ((kind in ('sold', 'extended', 'reactivated', 'deactivated', 'refunded')) = (service_id is null));
alter table sessioncards.fact drop constraint fact_reversal;
alter table sessioncards.fact add constraint fact_reversal check ((kind in ('reversed', 'deactivated')) = (of_fact is not null));
comment on column sessioncards.fact.kind is 'sold, used, booked, rescheduled, cancelled, late-cancelled, attended, no-show, reversed, extended, reactivated, deactivated, refunded or closed.';
comment on column sessioncards.fact.of_fact is 'The use or the activation that it takes back.';
