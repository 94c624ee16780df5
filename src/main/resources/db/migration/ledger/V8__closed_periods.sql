-- Months are closed: what is booked afterwards counts in the open period, whenever it occurred. An entry says so only where the
-- two differ, so that the usual one costs nothing.
alter table ledger.entry add column booked_at timestamptz;
comment on column ledger.entry.booked_at is
  'When it counts in the books if not when it occurred: the start of the open period, for what was booked after its period was closed';

create table ledger.books (
  one       boolean     not null default true,
  open_from timestamptz not null,
  constraint books_pk primary key (one),
  constraint books_are_one check (one)
);
comment on table ledger.books is 'Since when the books are open';
comment on column ledger.books.one is 'There is one row';
comment on column ledger.books.open_from is 'The end of the last closed period; nothing may be booked before';
insert into ledger.books (open_from) values ('1900-01-01 00:00:00+00');

create table ledger.closing (
  closing_no  bigint      generated always as identity,
  act         text        not null,
  period      date        not null,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  undoes      bigint,
  reason      text        not null,
  actor       text        not null,
  actor_name  text        not null,
  recorded_at timestamptz not null,
  constraint closing_pk primary key (closing_no),
  constraint closing_undoes_known foreign key (undoes) references ledger.closing (closing_no),
  constraint closing_act_known check (act in ('close', 'reopen') and (act = 'reopen') = (undoes is not null)),
  constraint closing_of_a_month check (extract(day from period) = 1 and starts_at < ends_at)
);
create unique index closing_undone_once on ledger.closing (undoes) where undoes is not null;
comment on table ledger.closing is 'Months closed and opened again, never changed';
comment on column ledger.closing.closing_no is 'Number, in the order of the acts';
comment on column ledger.closing.act is 'close, or reopen, which undoes a close';
comment on column ledger.closing.period is 'First day of the month';
comment on column ledger.closing.starts_at is 'Its first instant';
comment on column ledger.closing.ends_at is 'The first instant after it';
comment on column ledger.closing.undoes is 'The close that is undone';
comment on column ledger.closing.reason is 'Why, in the words of whoever did it';
comment on column ledger.closing.actor is 'Reference of who did it';
comment on column ledger.closing.actor_name is 'Name of who did it, at that time';
comment on column ledger.closing.recorded_at is 'When it was done';

create table ledger.closing_figure (
  closing_no bigint not null,
  asset      text   not null,
  opening    bigint not null,
  issued     bigint not null,
  redeemed   bigint not null,
  adjusted   bigint not null,
  expired    bigint not null,
  lost       bigint not null,
  held       bigint not null,
  closing    bigint not null,
  constraint closing_figure_pk primary key (closing_no, asset),
  constraint closing_figure_of foreign key (closing_no) references ledger.closing (closing_no),
  constraint closing_figure_adds_up
    check (opening + issued + redeemed + adjusted + expired + lost + held = closing)
);
comment on table ledger.closing_figure is 'What the books of a month came to when it was closed, never changed';
comment on column ledger.closing_figure.closing_no is 'The close';
comment on column ledger.closing_figure.asset is 'What is counted';
comment on column ledger.closing_figure.opening is 'What all members owned when the month began';
comment on column ledger.closing_figure.issued is 'What the month''s entries against the programme''s account of the name came to, seen from the members';
comment on column ledger.closing_figure.redeemed is 'As above';
comment on column ledger.closing_figure.adjusted is 'As above';
comment on column ledger.closing_figure.expired is 'As above';
comment on column ledger.closing_figure.lost is 'As above';
comment on column ledger.closing_figure.held is 'As above';
comment on column ledger.closing_figure.closing is 'What all members owned when it ended';

create trigger closing_append_only before update or delete on ledger.closing
  for each statement execute function ledger.refuse_rewriting();
create trigger closing_figure_append_only before update or delete on ledger.closing_figure
  for each statement execute function ledger.refuse_rewriting();

-- Whoever books shares this lock until its commit, whoever closes has it alone: a close waits for the bookings under way, and
-- those that come later see that the period is closed. It is no row, so that sharing it writes nothing.
create function ledger.books_open_from() returns timestamptz language plpgsql volatile as $$
declare
  since timestamptz;
begin
  perform pg_advisory_xact_lock_shared(7305214860215);
  select open_from into since from ledger.books;
  return since;
end $$;
comment on function ledger.books_open_from() is 'Since when the books are open, which stays so until the end of the transaction';

create function ledger.refuse_closed_period() returns trigger language plpgsql as $$
declare
  since timestamptz := ledger.books_open_from();
begin
  if exists (select 1 from booked where coalesce(booked_at, occurred_at) < since) then
    raise exception 'the books are closed before %', since using errcode = 'serialization_failure';
  end if;
  return null;
end $$;
comment on function ledger.refuse_closed_period() is
  'Keeps closed periods as they were closed; whoever planned on open books may plan again';
create trigger entry_in_the_open_period after insert on ledger.entry
  referencing new table as booked
  for each statement execute function ledger.refuse_closed_period();
