-- Moves leave the terms as they are, so the revision of the terms cannot tell two who move a batch at once from each other.
alter table coupons.batch add column version int not null default 1;
update coupons.batch set version = revision;
alter table coupons.batch alter column version drop default;
alter table coupons.batch add constraint batch_version_counts check (version >= revision);
comment on column coupons.batch.version is 'Counts its changes and moves; what either must name as expected.';
