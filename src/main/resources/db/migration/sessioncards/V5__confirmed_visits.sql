-- How the member confirmed is also known of a booked session; it stays as it was recorded.
alter table sessioncards.fact drop constraint fact_confirmed_is_of_a_use;
alter table sessioncards.fact add constraint fact_confirmed_is_of_a_use
  check (confirmed is null or (kind in ('used', 'attended') and confirmed in ('signature', 'code', 'in-person')));
create trigger fact_confirmed_append_only before update of confirmed
  on sessioncards.fact for each statement execute function sessioncards.refuse_rewriting();
