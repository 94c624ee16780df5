alter table cashback.use
  add column checkout_id uuid,
  add constraint use_amount_of_use unique (use_id, amount);
create unique index use_of_checkouts on cashback.use (checkout_id) where checkout_id is not null;
comment on column cashback.use.checkout_id is 'The checkout it paid for; none where it was used at its own desk. Goes back with the goods of that checkout alone.';

create table cashback.given_back (
  use_id        uuid        not null,
  step          integer     not null,
  previous_step integer,
  before        bigint      not null,
  total         bigint      not null,
  amount        bigint      not null,
  cause         uuid        not null,
  posting_id    uuid        not null,
  reason        text        not null,
  occurred_at   timestamptz not null,
  recorded_at   timestamptz not null,
  actor         text        not null,
  constraint given_back_pk primary key (use_id, step),
  constraint given_back_of_use foreign key (use_id, amount) references cashback.use (use_id, amount),
  constraint given_back_total_at_step unique (use_id, step, total),
  constraint given_back_follows foreign key (use_id, previous_step, before)
    references cashback.given_back (use_id, step, total),
  constraint given_back_steps check (case when step = 1 then previous_step is null and before = 0 else previous_step = step - 1 end),
  constraint given_back_never_more check (total > before and total <= amount),
  constraint given_back_once_a_cause unique (cause),
  constraint given_back_posted_once unique (posting_id)
);
comment on table cashback.given_back is 'Parts of uses at checkouts that went back with goods, each after the one before; never changed.';
comment on column cashback.given_back.use_id is 'Of which use.';
comment on column cashback.given_back.step is 'From 1.';
comment on column cashback.given_back.previous_step is 'The step it follows.';
comment on column cashback.given_back.before is 'Given back until then.';
comment on column cashback.given_back.total is 'Given back from then on; never more than was used.';
comment on column cashback.given_back.amount is 'What was used.';
comment on column cashback.given_back.cause is 'The return.';
comment on column cashback.given_back.posting_id is 'The ledger''s posting.';
comment on column cashback.given_back.reason is 'Why, in the words of whoever took the goods back.';
comment on column cashback.given_back.occurred_at is 'When.';
comment on column cashback.given_back.recorded_at is 'When we learnt it.';
comment on column cashback.given_back.actor is 'Who.';
-- Words of staff can be erased; nothing else changes.
create trigger given_back_append_only
  before delete or update of use_id, step, previous_step, before, total, amount, cause, posting_id, occurred_at, recorded_at, actor
  on cashback.given_back for each statement execute function cashback.refuse_rewriting();
