-- Who had the laws proven, and in which run; a proof has a number of its own, since two may fall into one instant.
alter table ledger.law_proof drop constraint law_proof_pk;
alter table ledger.law_proof add column proof_no bigint generated always as identity;
alter table ledger.law_proof add constraint law_proof_pk primary key (proof_no);
alter table ledger.law_proof add column run_id uuid;
alter table ledger.law_proof add column actor text;
alter table ledger.law_proof add column actor_name text;
create index law_proof_newest on ledger.law_proof (law, proof_no desc);
comment on column ledger.law_proof.proof_no is 'Number, in the order of the proofs';
comment on column ledger.law_proof.run_id is 'The run that proved it; none for proofs from before runs were kept';
comment on column ledger.law_proof.actor is 'Reference of who had it proven';
comment on column ledger.law_proof.actor_name is 'Name of who had it proven, at that time';
