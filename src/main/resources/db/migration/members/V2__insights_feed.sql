-- What analysis reads: each row knows the transaction that wrote it last, so that a reading never misses a late commit.
alter table members.member
  add column changed_xid bigint not null default (pg_current_xact_id()::text::bigint);
comment on column members.member.changed_xid is 'Transaction that wrote the row last; the analytical copy reads by it';

create index member_by_changed_xid on members.member using brin (changed_xid) with (pages_per_range = 32, autosummarize = on);

create function members.note_transaction() returns trigger language plpgsql as $$
begin
  new.changed_xid := pg_current_xact_id()::text::bigint;
  return new;
end
$$;
create trigger member_notes_transaction before update on members.member
  for each row execute function members.note_transaction();
