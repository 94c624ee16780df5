-- What staff gave and took by hand is listed by its time; other postings pay nothing for it.
create index posting_by_hand on ledger.posting (recorded_at desc, posting_id desc)
  where kind in ('manual-grant', 'manual-spend', 'manual-adjust');
comment on index ledger.posting_by_hand is 'What was given and taken by hand, newest first';
