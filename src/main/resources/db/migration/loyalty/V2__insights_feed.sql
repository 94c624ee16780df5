-- What analysis reads: each fact knows the transaction that wrote it, so that a reading never misses a late commit.
alter table loyalty.purchase
  add column changed_xid bigint not null default (pg_current_xact_id()::text::bigint);
comment on column loyalty.purchase.changed_xid is 'Transaction that wrote the row; the analytical copy reads by it';
create index purchase_by_changed_xid on loyalty.purchase using brin (changed_xid) with (autosummarize = on);

alter table loyalty.return
  add column changed_xid bigint not null default (pg_current_xact_id()::text::bigint);
comment on column loyalty.return.changed_xid is 'Transaction that wrote the row; the analytical copy reads by it';
create index return_by_changed_xid on loyalty.return using brin (changed_xid) with (autosummarize = on);

alter table loyalty.voiding
  add column changed_xid bigint not null default (pg_current_xact_id()::text::bigint);
comment on column loyalty.voiding.changed_xid is 'Transaction that wrote the row; the analytical copy reads by it';
create index voiding_by_changed_xid on loyalty.voiding using brin (changed_xid) with (autosummarize = on);

alter table loyalty.tier_change
  add column changed_xid bigint not null default (pg_current_xact_id()::text::bigint);
comment on column loyalty.tier_change.changed_xid is 'Transaction that wrote the row; the analytical copy reads by it';
create index tier_change_by_changed_xid on loyalty.tier_change using brin (changed_xid) with (autosummarize = on);

