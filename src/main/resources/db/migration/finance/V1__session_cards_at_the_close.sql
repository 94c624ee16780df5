create schema if not exists finance;
comment on schema finance is 'What is kept of a month''s close beside the ledger''s own figures.';

create table finance.card_closing (
  closing_no       bigint not null,
  currency         text   not null,
  opening_sessions bigint not null,
  sold_sessions    bigint not null,
  closing_sessions bigint not null,
  opening          bigint not null,
  sold             bigint not null,
  closing          bigint not null,
  constraint card_closing_pk primary key (closing_no),
  constraint card_closing_amounts check (opening_sessions >= 0 and sold_sessions >= 0 and closing_sessions >= 0
    and opening >= 0 and sold >= 0 and closing >= 0)
);
comment on table finance.card_closing is 'What was owed on session cards when a month was closed, never changed; what went is opening and sold less closing.';
comment on column finance.card_closing.closing_no is 'The ledger''s close.';
comment on column finance.card_closing.currency is 'Of the amounts, which are in its smallest unit.';
comment on column finance.card_closing.opening_sessions is 'Sessions left when the month began, as kept by the close before where there is one.';
comment on column finance.card_closing.sold_sessions is 'Sessions on the cards sold in the month.';
comment on column finance.card_closing.closing_sessions is 'Sessions left when it ended.';
comment on column finance.card_closing.opening is 'What was owed when the month began.';
comment on column finance.card_closing.sold is 'What was paid for the cards sold in the month.';
comment on column finance.card_closing.closing is 'What was owed when it ended.';

create function finance.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'finance.% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function finance.refuse_rewriting() is 'Keeps recorded facts as they are.';
create trigger card_closing_append_only before update or delete on finance.card_closing
  for each statement execute function finance.refuse_rewriting();
