create schema if not exists intake;

create table intake.import (
  import_id    uuid        not null,
  file_name    text        not null,
  file_bytes   bigint      not null,
  file_hash    text        not null,
  kind         text        not null,
  state        text        not null,
  layout       jsonb       not null,
  mapping      jsonb       not null,
  settings     jsonb       not null,
  revision     int         not null default 1,
  job_id       uuid,
  report       jsonb,
  check_report jsonb,
  actor        text        not null,
  actor_name   text        not null,
  created_at   timestamptz not null,
  finished_at  timestamptz,
  undone_at    timestamptz,
  file_gone_at timestamptz,
  constraint import_pk primary key (import_id),
  constraint import_kind_known check (kind in ('MEMBERS', 'PURCHASES')),
  constraint import_state_known check
    (state in ('UPLOADED', 'READY', 'CHECKING', 'CHECKED', 'IMPORTING', 'IMPORTED', 'UNDOING', 'UNDONE'))
);
create index import_newest on intake.import (created_at desc, import_id desc);
create index import_by_file on intake.import (file_hash);
comment on table intake.import is 'A file brought into the house, from upload to undo';
comment on column intake.import.import_id is 'Identifier, UUIDv7; also the batch under which members and purchases know it';
comment on column intake.import.file_name is 'Name of the file as uploaded';
comment on column intake.import.file_bytes is 'Size of the file as uploaded';
comment on column intake.import.file_hash is 'SHA-256 of the file in hexadecimal, to notice that it came before';
comment on column intake.import.kind is 'What the rows are: MEMBERS or PURCHASES';
comment on column intake.import.state is 'Where the import stands';
comment on column intake.import.layout is 'Packing, shape, encoding, delimiter, header';
comment on column intake.import.mapping is 'Which column each field comes from';
comment on column intake.import.settings is 'How doubtful values are read and what becomes of unexpected rows';
comment on column intake.import.revision is 'Counts changes of layout, mapping and settings; staged files belong to one';
comment on column intake.import.job_id is 'The job that is at work on it or was last';
comment on column intake.import.report is 'What the import did, summed over its batches';
comment on column intake.import.check_report is 'What the last dry run found';
comment on column intake.import.actor is 'Reference of who uploaded it';
comment on column intake.import.actor_name is 'Name of who uploaded it';
comment on column intake.import.created_at is 'When it was uploaded';
comment on column intake.import.finished_at is 'When the import was done';
comment on column intake.import.undone_at is 'When it was undone';
comment on column intake.import.file_gone_at is 'When the file and its rejected rows were removed, their keeping time being over';

create table intake.batch (
  import_id uuid        not null,
  run       text        not null,
  batch_no  int         not null,
  tally     jsonb       not null,
  done_at   timestamptz not null,
  constraint batch_pk primary key (import_id, run, batch_no),
  constraint batch_run_known check (run in ('CHECK', 'IMPORT'))
);
comment on table intake.batch is 'Batches done; written in the transaction that stores the batch, so that it counts exactly once';
comment on column intake.batch.import_id is 'The import';
comment on column intake.batch.run is 'CHECK for the dry run, IMPORT for the real one';
comment on column intake.batch.batch_no is 'Number of the batch; -1 for what staging found by itself';
comment on column intake.batch.tally is 'What the batch did';
comment on column intake.batch.done_at is 'When it was done';

create table intake.rejection (
  import_id  uuid   not null,
  run        text   not null,
  row_number bigint not null,
  seq        int    not null,
  field      text,
  value      text,
  rule       text   not null,
  facts      jsonb  not null,
  constraint rejection_pk primary key (import_id, run, row_number, seq)
);
comment on table intake.rejection is 'Rows that were not taken, and why; removed together with the file';
comment on column intake.rejection.import_id is 'The import';
comment on column intake.rejection.run is 'CHECK or IMPORT';
comment on column intake.rejection.row_number is 'Line of a text file, row of a sheet';
comment on column intake.rejection.seq is 'Counts the broken rules of a row';
comment on column intake.rejection.field is 'The field, if one is meant';
comment on column intake.rejection.value is 'What stood there, cut to 200 characters';
comment on column intake.rejection.rule is 'The rule it breaks';
comment on column intake.rejection.facts is 'What the rule''s text needs besides';

create table intake.import_member (
  member_id uuid not null,
  import_id uuid not null,
  batch_no  int  not null,
  act       text not null,
  constraint import_member_pk primary key (member_id, import_id),
  constraint import_member_act_known check (act in ('ENTERED', 'UPDATED', 'STUB', 'FACTS'))
);
create index import_member_by_import on intake.import_member (import_id, batch_no);
comment on table intake.import_member is 'Which members an import touched';
comment on column intake.import_member.member_id is 'The member';
comment on column intake.import_member.import_id is 'The import';
comment on column intake.import_member.batch_no is 'The batch that held the member''s rows';
comment on column intake.import_member.act is 'ENTERED and UPDATED by member files; STUB entered as buyer; FACTS got purchases only';

create table intake.saved_mapping (
  mapping_id uuid        not null,
  name       text        not null,
  kind       text        not null,
  mapping    jsonb       not null,
  settings   jsonb       not null,
  actor      text        not null,
  saved_at   timestamptz not null,
  constraint saved_mapping_pk primary key (mapping_id),
  constraint saved_mapping_name_once unique (name)
);
comment on table intake.saved_mapping is 'Mappings and settings kept under a name for the next file of the same kind';
comment on column intake.saved_mapping.mapping_id is 'Identifier';
comment on column intake.saved_mapping.name is 'Name, unique';
comment on column intake.saved_mapping.kind is 'What the rows are';
comment on column intake.saved_mapping.mapping is 'Which column each field comes from';
comment on column intake.saved_mapping.settings is 'Settings';
comment on column intake.saved_mapping.actor is 'Who saved it last';
comment on column intake.saved_mapping.saved_at is 'When';
