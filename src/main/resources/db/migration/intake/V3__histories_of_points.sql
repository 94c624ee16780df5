alter table intake.import drop constraint import_kind_known;
alter table intake.import
  add constraint import_kind_known check (kind in ('MEMBERS', 'PURCHASES', 'POINTS'));
comment on column intake.import.kind is 'What the rows are: MEMBERS, PURCHASES or POINTS';
comment on column intake.import_member.act is 'ENTERED and UPDATED by member files; STUB entered as buyer or owner of points; FACTS got purchases or points only';
