alter table intake.import
  add column columns_hash text,
  add column undo_actor   text,
  add column undo_reason  text;
create index import_by_columns on intake.import (columns_hash, created_at desc);
comment on column intake.import.columns_hash is 'SHA-256 of the names of the columns, by which the next file of the same make is known; null without a header';
comment on column intake.import.undo_actor is 'Reference of who asked to undo it';
comment on column intake.import.undo_reason is 'Why it is to be undone';
