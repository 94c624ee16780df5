create table checkout.count (
  count_id    uuid        not null,
  store_id    uuid        not null,
  method      text        not null,
  counted_for date        not null,
  expected    bigint      not null,
  counted     bigint      not null,
  currency    text        not null,
  reason      text,
  content_hash uuid       not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  constraint count_pk primary key (count_id),
  constraint count_method_known check (method in ('cash', 'transfer', 'card', 'code')),
  constraint count_difference_has_reason check (expected = counted or reason is not null)
);
create index count_by_day on checkout.count (counted_for, store_id, method, recorded_at);
comment on table checkout.count is 'What somebody counted for a store, a day and a method, never changed; the newest holds.';
comment on column checkout.count.count_id is 'Derived from the caller''s key.';
comment on column checkout.count.store_id is 'Whose till.';
comment on column checkout.count.method is 'Which method was counted.';
comment on column checkout.count.counted_for is 'Of which business day.';
comment on column checkout.count.expected is 'What the payments made when it was counted, in the smallest unit.';
comment on column checkout.count.counted is 'What was there.';
comment on column checkout.count.currency is 'Of both.';
comment on column checkout.count.reason is 'Why they differ, in the words of whoever counted.';
comment on column checkout.count.content_hash is 'Hash of what was told: the same key with other content is refused.';
comment on column checkout.count.recorded_at is 'When it was counted.';
comment on column checkout.count.actor is 'Who counted.';
create trigger count_append_only before update or delete on checkout.count
  for each statement execute function checkout.refuse_rewriting();
