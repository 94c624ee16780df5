-- By which master key this database is sealed, so that no start seals a second half under another one.
create table access.master_key_proof (
  only_one   boolean     not null default true,
  proof      bytea       not null,
  created_at timestamptz not null,
  constraint master_key_proof_pk primary key (only_one),
  constraint master_key_proof_only_one check (only_one)
);
comment on table access.master_key_proof is 'What only the installation''s master key yields: a start with another key is refused';
comment on column access.master_key_proof.only_one is 'True, so that there is one row';
comment on column access.master_key_proof.proof is 'HMAC-SHA256 of a fixed word under a key derived from the master key; it tells nothing of the key';
comment on column access.master_key_proof.created_at is 'When it was first proven';
