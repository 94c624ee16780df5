-- A list of grants shows how many members each reaches; it need not read who they are.
alter table adjustments.batch_grant add column members int not null generated always as (cardinality(receivers)) stored;
comment on column adjustments.batch_grant.members is 'How many receive it';
