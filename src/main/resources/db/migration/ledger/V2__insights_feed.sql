-- What analysis reads: each entry knows the transaction that wrote it, so that a reading never misses a late commit.
alter table ledger.entry
  add column changed_xid bigint not null default (pg_current_xact_id()::text::bigint);
comment on column ledger.entry.changed_xid is 'Transaction that wrote the entry; the analytical copy reads by it';

create index entry_by_changed_xid on ledger.entry using brin (changed_xid) with (autosummarize = on);
