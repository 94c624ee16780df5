create index posting_that_carries on ledger.posting (member_id) where kind = 'expiry-moved';
comment on index ledger.posting_that_carries is 'Lots that were carried to a later day, which liability follows';
