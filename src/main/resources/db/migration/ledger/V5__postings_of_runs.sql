-- What a run of expiry moved, and what undoing it gave back, is found by the run; other postings pay nothing for it.
create index posting_by_run on ledger.posting (cause_id, member_id) where cause_type = 'run';
comment on index ledger.posting_by_run is 'Whom a run moved';
comment on column ledger.posting.cause_id is 'The fact that caused it; with the cause type run, the run';
