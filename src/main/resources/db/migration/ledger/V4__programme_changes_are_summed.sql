-- No job folds the changes: a transaction of a group leaves a handful of rows, and a million of them are summed in less
-- than a second, which only the proof of the laws does. Rows that are never rewritten need no law of their own.
comment on table ledger.programme_change is
  'Changes of the programme accounts, a few rows a transaction, so that no row is hot; summed by whoever asks, never folded';
