-- Who recorded what by hand on which day, so that a limit holds for a day and cannot be passed by splitting.
create table loyalty.recorded_by_hand (
    purchase_id uuid not null,
    member_id uuid not null,
    staff_id uuid not null,
    recorded_on date not null,
    constraint recorded_by_hand_pk primary key (purchase_id)
);
create index recorded_by_hand_of_a_day on loyalty.recorded_by_hand (member_id, recorded_on, staff_id);
comment on table loyalty.recorded_by_hand is 'Purchases that staff recorded themselves; what one of them records for one member on one day is limited in all.';
comment on column loyalty.recorded_by_hand.purchase_id is 'The purchase.';
comment on column loyalty.recorded_by_hand.member_id is 'Who bought.';
comment on column loyalty.recorded_by_hand.staff_id is 'Staff member who recorded it.';
comment on column loyalty.recorded_by_hand.recorded_on is 'Business day on which it was recorded, whenever it was bought.';
