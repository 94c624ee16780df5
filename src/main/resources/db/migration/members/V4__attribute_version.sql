-- Two people who change the definition of one attribute are told of each other.
alter table members.attribute add column version integer not null default 1;
alter table members.attribute add constraint attribute_version_counts check (version > 0);
comment on column members.attribute.version is 'How often it was defined; a change names the one it started from';
