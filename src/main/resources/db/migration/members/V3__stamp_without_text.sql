-- The same number without a detour through text.
alter table members.member alter column changed_xid set default txid_current();
