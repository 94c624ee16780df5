-- How the member confirmed a use without a booking; what was used before nobody asked has none.
alter table sessioncards.fact add column confirmed text;
alter table sessioncards.fact add constraint fact_confirmed_is_of_a_use
  check (confirmed is null or (kind = 'used' and confirmed in ('signature', 'code', 'in-person')));
comment on column sessioncards.fact.confirmed is 'signature, code or in-person: how the member confirmed the use, as whoever recorded it says.';
