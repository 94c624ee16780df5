-- What other systems' books say of members' points, taken over period by period.
create table loyalty.points_book (
    member_id uuid not null,
    source text not null,
    openings int not null default 0,
    constraint points_book_pk primary key (member_id, source),
    constraint points_book_openings_counted check (openings >= 0)
);
comment on table loyalty.points_book is 'One row a member and system whose points were taken over; its row is the lock under which the opening balance is found.';
comment on column loyalty.points_book.member_id is 'The member';
comment on column loyalty.points_book.source is 'The system that kept the points';
comment on column loyalty.points_book.openings is 'How many opening balances were ever booked for it; numbers the next one';

create table loyalty.points_history (
    member_id uuid not null,
    history_id uuid not null,
    source text not null,
    occurred_at timestamptz not null,
    earned bigint not null,
    redeemed bigint not null,
    expired bigint not null,
    expires_on date,
    batch_id uuid not null,
    recorded_at timestamptz not null,
    voided_at timestamptz,
    constraint points_history_pk primary key (member_id, history_id),
    constraint points_history_says_something check
      (earned >= 0 and redeemed >= 0 and expired >= 0 and earned + redeemed + expired > 0)
);
create unique index points_history_once on loyalty.points_history (member_id, source, occurred_at)
  where voided_at is null;
create index points_history_by_batch on loyalty.points_history (batch_id, member_id);
create unique index points_history_by_id on loyalty.points_history (history_id);
comment on table loyalty.points_history is 'What another system''s books say of one member''s points in one period; voided when its batch is undone.';
comment on column loyalty.points_history.member_id is 'The member';
comment on column loyalty.points_history.history_id is 'Identifier, derived from source, member, period and how often it was voided before; the cause of its postings';
comment on column loyalty.points_history.source is 'The system that kept the points';
comment on column loyalty.points_history.occurred_at is 'The instant the file gives the period by';
comment on column loyalty.points_history.earned is 'Points earned in the period';
comment on column loyalty.points_history.redeemed is 'Points redeemed in the period';
comment on column loyalty.points_history.expired is 'Points that lapsed in the period';
comment on column loyalty.points_history.expires_on is 'Day on which what is left of it lapses here; null for never';
comment on column loyalty.points_history.batch_id is 'The batch that brought it';
comment on column loyalty.points_history.recorded_at is 'When it was learnt';
comment on column loyalty.points_history.voided_at is 'When its batch was undone';

create table loyalty.points_opening (
    member_id uuid not null,
    opening_id uuid not null,
    source text not null,
    occurred_at timestamptz not null,
    amount bigint not null,
    expires_on date,
    batch_id uuid not null,
    recorded_at timestamptz not null,
    ended_at timestamptz,
    constraint points_opening_pk primary key (member_id, opening_id),
    constraint points_opening_above_zero check (amount > 0)
);
create unique index points_opening_once on loyalty.points_opening (member_id, source) where ended_at is null;
create unique index points_opening_by_id on loyalty.points_opening (opening_id);
comment on table loyalty.points_opening is 'Opening balances: the smallest that keep a history taken over at or above zero.';
comment on column loyalty.points_opening.member_id is 'The member';
comment on column loyalty.points_opening.opening_id is 'Identifier, the cause of its posting';
comment on column loyalty.points_opening.source is 'The system that kept the points';
comment on column loyalty.points_opening.occurred_at is 'Just before the first period of the history';
comment on column loyalty.points_opening.amount is 'How much';
comment on column loyalty.points_opening.expires_on is 'Day on which what is left of it lapses; null for never';
comment on column loyalty.points_opening.batch_id is 'The batch that made it necessary';
comment on column loyalty.points_opening.recorded_at is 'When it was booked';
comment on column loyalty.points_opening.ended_at is 'When another one took its place, or none was needed any more';
