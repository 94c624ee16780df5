create table cashback.use (
  use_id       uuid        not null,
  number       bigint      generated always as identity,
  member_id    uuid        not null,
  store_id     uuid        not null,
  amount       bigint      not null,
  currency     char(3)     not null,
  receipt      text        not null,
  posting_id   uuid        not null,
  content_hash uuid        not null,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  constraint use_pk primary key (use_id),
  constraint use_of_something check (amount > 0),
  constraint use_posted_once unique (posting_id)
);
create index use_of_members on cashback.use (member_id, number);
create index use_newest on cashback.use (number);
comment on table cashback.use is 'Cashback that members paid with at a counter; never changed.';
comment on column cashback.use.use_id is 'Derived from the caller''s key.';
comment on column cashback.use.number is 'Order of record.';
comment on column cashback.use.member_id is 'Who paid.';
comment on column cashback.use.store_id is 'Where.';
comment on column cashback.use.amount is 'How much, in the smallest unit.';
comment on column cashback.use.currency is 'ISO 4217 code of the amount.';
comment on column cashback.use.receipt is 'Number of the receipt it paid for.';
comment on column cashback.use.posting_id is 'The ledger''s posting.';
comment on column cashback.use.content_hash is 'Hash of what was asked: the same key with other content is refused.';
comment on column cashback.use.occurred_at is 'When.';
comment on column cashback.use.recorded_at is 'When we learnt it.';
comment on column cashback.use.actor is 'Who took it.';

create table cashback.taking_back (
  use_id       uuid        not null,
  cause        uuid        not null,
  reason       text        not null,
  posting_id   uuid        not null,
  content_hash uuid        not null,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  constraint taking_back_pk primary key (use_id),
  constraint taking_back_of_use foreign key (use_id) references cashback.use (use_id),
  constraint taking_back_posted_once unique (posting_id)
);
comment on table cashback.taking_back is 'Uses that were taken back: what they took is the member''s again.';
comment on column cashback.taking_back.use_id is 'Which.';
comment on column cashback.taking_back.cause is 'Derived from the caller''s key.';
comment on column cashback.taking_back.reason is 'Why, in the words of whoever did.';
comment on column cashback.taking_back.posting_id is 'The ledger''s posting.';
comment on column cashback.taking_back.content_hash is 'Hash of what was asked.';
comment on column cashback.taking_back.occurred_at is 'When.';
comment on column cashback.taking_back.recorded_at is 'When we learnt it.';
comment on column cashback.taking_back.actor is 'Who took it back.';

create trigger use_append_only before update or delete on cashback.use
  for each statement execute function cashback.refuse_rewriting();
-- Words of staff can be erased; nothing else changes.
create trigger taking_back_append_only
  before delete or update of use_id, cause, posting_id, content_hash, occurred_at, recorded_at, actor
  on cashback.taking_back for each statement execute function cashback.refuse_rewriting();
