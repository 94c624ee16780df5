create schema if not exists sessioncards;
comment on schema sessioncards is 'Session cards: prepaid numbers of sessions, what became of each, and bookings of time, staff and place.';

-- Lets an exclusion constraint compare an identifier for equality beside a range of time.
create extension if not exists btree_gist with schema public;

create table sessioncards.service (
  service_id  uuid        not null,
  number      bigint      generated always as identity,
  name        text        not null,
  minutes     int         not null,
  listed      bigint      not null,
  currency    text        not null,
  needs_staff boolean     not null,
  needs_place boolean     not null,
  offered     boolean     not null,
  revision    int         not null,
  changed_at  timestamptz not null,
  constraint service_pk primary key (service_id),
  constraint service_told_apart unique (name),
  constraint service_minutes check (minutes between 5 and 720),
  constraint service_listed_positive check (listed > 0)
);
comment on table sessioncards.service is 'What a session is: how long it takes, what it costs without a card, whom and what it needs.';
comment on column sessioncards.service.service_id is 'Time-ordered.';
comment on column sessioncards.service.number is 'Order of record.';
comment on column sessioncards.service.name is 'As shown.';
comment on column sessioncards.service.minutes is 'How long a session takes.';
comment on column sessioncards.service.listed is 'Price of one session without a card, in the smallest unit.';
comment on column sessioncards.service.currency is 'Of the price.';
comment on column sessioncards.service.needs_staff is 'Whether a booking takes a staff member.';
comment on column sessioncards.service.needs_place is 'Whether a booking takes a place.';
comment on column sessioncards.service.offered is 'Whether new cards may contain it.';
comment on column sessioncards.service.revision is 'Raised by each change.';
comment on column sessioncards.service.changed_at is 'When it was changed last.';

create table sessioncards.product (
  product_id uuid        not null,
  number     bigint      generated always as identity,
  name       text        not null,
  price      bigint      not null,
  currency   text        not null,
  starts     text        not null,
  days       int,
  stores     uuid[]      not null,
  state      text        not null,
  revision   int         not null,
  changed_at timestamptz not null,
  constraint product_pk primary key (product_id),
  constraint product_price_positive check (price > 0),
  constraint product_starts_known check (starts in ('endless', 'sale', 'first-use')),
  constraint product_days check ((starts = 'endless') = (days is null) and (days is null or days > 0)),
  constraint product_state_known check (state in ('draft', 'on-sale', 'withdrawn'))
);
create index product_newest on sessioncards.product (number);
comment on table sessioncards.product is 'A session card as it is sold.';
comment on column sessioncards.product.product_id is 'Time-ordered.';
comment on column sessioncards.product.number is 'Order of record.';
comment on column sessioncards.product.name is 'As shown.';
comment on column sessioncards.product.price is 'Of the whole card, in the smallest unit.';
comment on column sessioncards.product.currency is 'Of the price.';
comment on column sessioncards.product.starts is 'From when its days count: endless, sale or first-use.';
comment on column sessioncards.product.days is 'How many days; absent without an end.';
comment on column sessioncards.product.stores is 'Where it is sold and used; everywhere if empty.';
comment on column sessioncards.product.state is 'draft, on-sale or withdrawn; changed as a draft only.';
comment on column sessioncards.product.revision is 'Raised by each change.';
comment on column sessioncards.product.changed_at is 'When it was changed last.';

create table sessioncards.product_item (
  product_id uuid not null,
  service_id uuid not null,
  place      int  not null,
  sessions   int  not null,
  constraint product_item_pk primary key (product_id, service_id),
  constraint product_item_of_product foreign key (product_id) references sessioncards.product (product_id),
  constraint product_item_of_service foreign key (service_id) references sessioncards.service (service_id),
  constraint product_item_sessions check (sessions between 1 and 1000)
);
comment on table sessioncards.product_item is 'How many sessions of which service a card holds.';
comment on column sessioncards.product_item.product_id is 'Of which product.';
comment on column sessioncards.product_item.service_id is 'Which service.';
comment on column sessioncards.product_item.place is 'Order on the card.';
comment on column sessioncards.product_item.sessions is 'How many.';

create table sessioncards.card (
  card_id      uuid        not null,
  member_id    uuid        not null,
  number       bigint      generated always as identity,
  product_id   uuid        not null,
  name         text        not null,
  price        bigint      not null,
  currency     text        not null,
  method       text        not null,
  reference    text,
  store_id     uuid        not null,
  stores       uuid[]      not null,
  named        boolean     not null,
  starts       text        not null,
  days         int,
  last_day     date,
  refunded     boolean     not null default false,
  version      int         not null,
  content_hash uuid        not null,
  occurred_on  date        not null,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  constraint card_pk primary key (card_id),
  constraint card_of_product foreign key (product_id) references sessioncards.product (product_id),
  constraint card_price_positive check (price > 0),
  constraint card_starts_known check (starts in ('endless', 'sale', 'first-use')),
  constraint card_ends_as_it_starts check ((starts <> 'endless' or last_day is null) and (starts <> 'sale' or last_day is not null))
);
create index card_of_members on sessioncards.card (member_id, number);
create index card_newest on sessioncards.card (number);
create index card_of_stores on sessioncards.card (store_id, number);
comment on table sessioncards.card is 'A card sold to a member; its row is the lock under which it is used.';
comment on column sessioncards.card.card_id is 'Derived from the caller''s key.';
comment on column sessioncards.card.member_id is 'Whose.';
comment on column sessioncards.card.number is 'Order of record.';
comment on column sessioncards.card.product_id is 'What was sold.';
comment on column sessioncards.card.name is 'What it was called then.';
comment on column sessioncards.card.price is 'What was paid, in the smallest unit.';
comment on column sessioncards.card.currency is 'Of the price.';
comment on column sessioncards.card.method is 'cash, transfer, card or code; a refund goes back the same way.';
comment on column sessioncards.card.reference is 'Of the payment, as the till or bank has it.';
comment on column sessioncards.card.store_id is 'Where it was sold.';
comment on column sessioncards.card.stores is 'Where it is used; everywhere if empty.';
comment on column sessioncards.card.named is 'Whether the member''s name and identity document were known at the sale.';
comment on column sessioncards.card.starts is 'From when its days count: endless, sale or first-use.';
comment on column sessioncards.card.days is 'How many days.';
comment on column sessioncards.card.last_day is 'Last day on which it is used; set at the sale or the first use, moved by extensions.';
comment on column sessioncards.card.refunded is 'Whether it was given back.';
comment on column sessioncards.card.version is 'Of the policy under which it was sold.';
comment on column sessioncards.card.content_hash is 'Hash of what was asked: the same key with other content is refused.';
comment on column sessioncards.card.occurred_on is 'Business day of the sale.';
comment on column sessioncards.card.occurred_at is 'When it was sold.';
comment on column sessioncards.card.recorded_at is 'When we learnt it.';
comment on column sessioncards.card.actor is 'Who sold it.';

create table sessioncards.share (
  card_id    uuid   not null,
  service_id uuid   not null,
  place      int    not null,
  name       text   not null,
  sessions   int    not null,
  price      bigint not null,
  listed     bigint not null,
  used       int    not null default 0,
  held       int    not null default 0,
  given_back int    not null default 0,
  constraint share_pk primary key (card_id, service_id),
  constraint share_of_card foreign key (card_id) references sessioncards.card (card_id),
  constraint share_sessions check (sessions > 0),
  constraint share_amounts check (price >= 0 and listed > 0),
  constraint share_never_overdrawn
    check (used >= 0 and held >= 0 and given_back >= 0 and used + held + given_back <= sessions)
) with (fillfactor = 80);
comment on table sessioncards.share is 'The sessions of one service on a card, and what became of them; its check is the guard.';
comment on column sessioncards.share.card_id is 'On which card.';
comment on column sessioncards.share.service_id is 'Of which service.';
comment on column sessioncards.share.place is 'Order on the card.';
comment on column sessioncards.share.name is 'What the service was called at the sale.';
comment on column sessioncards.share.sessions is 'How many were sold.';
comment on column sessioncards.share.price is 'The part of the card''s price that is theirs; the parts make the price.';
comment on column sessioncards.share.listed is 'Price of one session without a card, at the sale.';
comment on column sessioncards.share.used is 'Used, no-shows and late cancellations that took one included.';
comment on column sessioncards.share.held is 'Kept for bookings.';
comment on column sessioncards.share.given_back is 'Refunded.';

create table sessioncards.place (
  place_id   uuid        not null,
  store_id   uuid        not null,
  number     bigint      generated always as identity,
  name       text        not null,
  capacity   int         not null,
  in_use     boolean     not null,
  revision   int         not null,
  changed_at timestamptz not null,
  constraint place_pk primary key (place_id),
  constraint place_told_apart unique (store_id, name),
  constraint place_capacity check (capacity between 1 and 100)
);
comment on table sessioncards.place is 'A room, bed or court of a store where sessions take place.';
comment on column sessioncards.place.place_id is 'Time-ordered.';
comment on column sessioncards.place.store_id is 'Where.';
comment on column sessioncards.place.number is 'Order of record.';
comment on column sessioncards.place.name is 'As shown.';
comment on column sessioncards.place.capacity is 'How many sessions at once.';
comment on column sessioncards.place.in_use is 'Whether new bookings may take it.';
comment on column sessioncards.place.revision is 'Raised by each change.';
comment on column sessioncards.place.changed_at is 'When it was changed last.';

create table sessioncards.rota (
  store_id   uuid        not null,
  revision   int         not null,
  changed_at timestamptz not null,
  constraint rota_pk primary key (store_id)
);
comment on table sessioncards.rota is 'The weekly hours of a store, changed as a whole.';
comment on column sessioncards.rota.store_id is 'Whose.';
comment on column sessioncards.rota.revision is 'Raised by each change.';
comment on column sessioncards.rota.changed_at is 'When it was changed last.';

create table sessioncards.hours (
  store_id uuid not null,
  place    int  not null,
  staff_id uuid,
  weekday  int  not null,
  opens    time not null,
  closes   time not null,
  constraint hours_pk primary key (store_id, place),
  constraint hours_of_rota foreign key (store_id) references sessioncards.rota (store_id),
  constraint hours_weekday check (weekday between 1 and 7),
  constraint hours_order check (opens < closes)
);
comment on table sessioncards.hours is 'When a store takes bookings, and when who serves them there.';
comment on column sessioncards.hours.store_id is 'Where.';
comment on column sessioncards.hours.place is 'Order.';
comment on column sessioncards.hours.staff_id is 'Who serves; absent for the opening hours.';
comment on column sessioncards.hours.weekday is '1 is Monday.';
comment on column sessioncards.hours.opens is 'From when, by the clock of the company.';
comment on column sessioncards.hours.closes is 'Until when.';

create table sessioncards.booker (
  member_id uuid not null,
  open      int  not null,
  most      int  not null,
  constraint booker_pk primary key (member_id),
  constraint booker_never_too_many check (open >= 0 and open <= most)
);
comment on table sessioncards.booker is 'How many bookings of a member are open; its check is the guard.';
comment on column sessioncards.booker.member_id is 'Who.';
comment on column sessioncards.booker.open is 'Booked and not yet ended.';
comment on column sessioncards.booker.most is 'The most the policy allowed at the last booking.';

create table sessioncards.booking (
  booking_id   uuid        not null,
  member_id    uuid        not null,
  number       bigint      generated always as identity,
  card_id      uuid        not null,
  service_id   uuid        not null,
  name         text        not null,
  store_id     uuid        not null,
  staff_id     uuid,
  place_id     uuid,
  seat         int,
  day          date        not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  state        text        not null,
  revision     int         not null,
  booked_at    timestamptz not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  constraint booking_pk primary key (booking_id),
  constraint booking_of_share foreign key (card_id, service_id) references sessioncards.share (card_id, service_id),
  constraint booking_at_place foreign key (place_id) references sessioncards.place (place_id),
  constraint booking_seat check ((place_id is null) = (seat is null)),
  constraint booking_order check (starts_at < ends_at),
  constraint booking_state_known check (state in ('booked', 'attended', 'cancelled', 'late-cancelled', 'no-show')),
  constraint booking_staff_once exclude using gist (staff_id with =, tstzrange(starts_at, ends_at) with &&)
    where (staff_id is not null and state in ('booked', 'attended')),
  constraint booking_place_once exclude using gist (place_id with =, seat with =, tstzrange(starts_at, ends_at) with &&)
    where (place_id is not null and state in ('booked', 'attended')),
  constraint booking_member_once exclude using gist (member_id with =, tstzrange(starts_at, ends_at) with &&)
    where (state in ('booked', 'attended'))
);
create index booking_of_members on sessioncards.booking (member_id, number);
create index booking_of_stores on sessioncards.booking (store_id, day, starts_at);
create index booking_of_cards on sessioncards.booking (card_id);
create index booking_open on sessioncards.booking (day) where state = 'booked';
comment on table sessioncards.booking is 'A session that is to take place; nobody and no place is booked twice for the same time.';
comment on column sessioncards.booking.booking_id is 'Derived from the caller''s key.';
comment on column sessioncards.booking.member_id is 'Whose.';
comment on column sessioncards.booking.number is 'Order of record.';
comment on column sessioncards.booking.card_id is 'From which card.';
comment on column sessioncards.booking.service_id is 'Which service.';
comment on column sessioncards.booking.name is 'What the service is called.';
comment on column sessioncards.booking.store_id is 'Where.';
comment on column sessioncards.booking.staff_id is 'Who serves.';
comment on column sessioncards.booking.place_id is 'At which place.';
comment on column sessioncards.booking.seat is 'Which of the place''s seats, from 1 to its capacity.';
comment on column sessioncards.booking.day is 'Business day.';
comment on column sessioncards.booking.starts_at is 'From when.';
comment on column sessioncards.booking.ends_at is 'Until when, exclusive.';
comment on column sessioncards.booking.state is 'booked, attended, cancelled, late-cancelled or no-show.';
comment on column sessioncards.booking.revision is 'Raised by each change.';
comment on column sessioncards.booking.booked_at is 'When it was booked.';
comment on column sessioncards.booking.recorded_at is 'When we learnt it.';
comment on column sessioncards.booking.actor is 'Who booked it.';

create table sessioncards.fact (
  fact_id      uuid        not null,
  member_id    uuid        not null,
  number       bigint      generated always as identity,
  cause        uuid        not null,
  content_hash uuid        not null,
  card_id      uuid        not null,
  kind         text        not null,
  service_id   uuid,
  name         text        not null,
  used         int         not null default 0,
  held         int         not null default 0,
  given_back   int         not null default 0,
  worth        bigint      not null default 0,
  money        bigint      not null default 0,
  currency     text        not null,
  booking_id   uuid,
  of_fact      uuid,
  store_id     uuid,
  staff_id     uuid,
  starts_at    timestamptz,
  last_day     date,
  reason       text,
  inputs       jsonb,
  version      int,
  occurred_on  date        not null,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  constraint fact_pk primary key (fact_id),
  constraint fact_of_card foreign key (card_id) references sessioncards.card (card_id),
  constraint fact_of_share foreign key (card_id, service_id) references sessioncards.share (card_id, service_id),
  constraint fact_of_booking foreign key (booking_id) references sessioncards.booking (booking_id),
  constraint fact_reverses foreign key (of_fact) references sessioncards.fact (fact_id),
  constraint fact_reversed_once unique (of_fact),
  constraint fact_kind_known check (kind in ('sold', 'used', 'booked', 'rescheduled', 'cancelled', 'late-cancelled', 'attended',
    'no-show', 'reversed', 'extended', 'refunded', 'closed')),
  constraint fact_moves check (
    (kind in ('sold', 'rescheduled', 'extended', 'refunded') and used = 0 and held = 0 and given_back = 0)
    or (kind = 'used' and used = 1 and held = 0 and given_back = 0)
    or (kind = 'booked' and used = 0 and held = 1 and given_back = 0)
    or (kind = 'cancelled' and used = 0 and held = -1 and given_back = 0)
    or (kind in ('late-cancelled', 'no-show') and used in (0, 1) and held = -1 and given_back = 0)
    or (kind = 'attended' and used = 1 and held = -1 and given_back = 0)
    or (kind = 'reversed' and used = -1 and held = 0 and given_back = 0)
    or (kind = 'closed' and used = 0 and held = 0 and given_back > 0)),
  constraint fact_money check (
    (kind = 'sold' and money > 0) or (kind = 'refunded' and money <= 0) or (kind not in ('sold', 'refunded') and money = 0)),
  constraint fact_has_service check ((kind in ('sold', 'extended', 'refunded')) = (service_id is null)),
  constraint fact_reversal check ((kind = 'reversed') = (of_fact is not null))
);
create index fact_of_cards on sessioncards.fact (card_id, number);
create index fact_of_members on sessioncards.fact (member_id, occurred_at);
create index fact_by_cause on sessioncards.fact (cause);
create unique index fact_ends_booking_once on sessioncards.fact (booking_id)
  where kind in ('attended', 'cancelled', 'late-cancelled', 'no-show');
comment on table sessioncards.fact is 'What happened to a card, in order; never changed. The sums make the card''s counts.';
comment on column sessioncards.fact.fact_id is 'Derived from the cause and the service.';
comment on column sessioncards.fact.member_id is 'Whose card.';
comment on column sessioncards.fact.number is 'Order of record.';
comment on column sessioncards.fact.cause is 'Derived from the caller''s key.';
comment on column sessioncards.fact.content_hash is 'Hash of what was asked: the same key with other content is refused.';
comment on column sessioncards.fact.card_id is 'Which card.';
comment on column sessioncards.fact.kind is 'sold, used, booked, rescheduled, cancelled, late-cancelled, attended, no-show, reversed, extended, refunded or closed.';
comment on column sessioncards.fact.service_id is 'Of which service; absent where the whole card is meant.';
comment on column sessioncards.fact.name is 'Of the service or the card then.';
comment on column sessioncards.fact.used is 'By how much the used sessions change.';
comment on column sessioncards.fact.held is 'By how much the sessions kept for bookings change.';
comment on column sessioncards.fact.given_back is 'By how much the refunded sessions change.';
comment on column sessioncards.fact.worth is 'By how much the price''s used part changes.';
comment on column sessioncards.fact.money is 'What was paid (positive) or paid back (negative).';
comment on column sessioncards.fact.currency is 'Of the amounts.';
comment on column sessioncards.fact.booking_id is 'Of which booking.';
comment on column sessioncards.fact.of_fact is 'The use that it reverses.';
comment on column sessioncards.fact.store_id is 'Where.';
comment on column sessioncards.fact.staff_id is 'Who served.';
comment on column sessioncards.fact.starts_at is 'The booked time.';
comment on column sessioncards.fact.last_day is 'The card''s last day from then on.';
comment on column sessioncards.fact.reason is 'Why, in the words of whoever did it.';
comment on column sessioncards.fact.inputs is 'What a refund was calculated from.';
comment on column sessioncards.fact.version is 'Of the policy that decided.';
comment on column sessioncards.fact.occurred_on is 'Business day.';
comment on column sessioncards.fact.occurred_at is 'When.';
comment on column sessioncards.fact.recorded_at is 'When we learnt it.';
comment on column sessioncards.fact.actor is 'Who did it.';

create function sessioncards.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'sessioncards.% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function sessioncards.refuse_rewriting() is 'Keeps recorded facts as they are.';
-- Words of staff can be erased; nothing else changes.
create trigger fact_append_only
  before delete or update of fact_id, member_id, cause, content_hash, card_id, kind, service_id, used, held, given_back, worth,
    money, currency, booking_id, of_fact, store_id, staff_id, starts_at, last_day, inputs, version, occurred_on, occurred_at,
    recorded_at, actor
  on sessioncards.fact for each statement execute function sessioncards.refuse_rewriting();
create trigger card_append_only
  before delete or update of card_id, member_id, product_id, name, price, currency, method, store_id, stores, named, starts, days,
    version, content_hash, occurred_on, occurred_at, recorded_at, actor
  on sessioncards.card for each statement execute function sessioncards.refuse_rewriting();
create trigger share_append_only
  before delete or update of card_id, service_id, place, name, sessions, price, listed
  on sessioncards.share for each statement execute function sessioncards.refuse_rewriting();
