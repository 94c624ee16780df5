-- One unique index guards the key; a member's postings are found by an index that need not be unique and stays small.
alter table ledger.posting drop constraint posting_pk;
alter table ledger.posting drop constraint posting_key_once;
alter table ledger.posting add constraint posting_pk primary key (posting_id);
create index posting_by_member on ledger.posting (member_id);
