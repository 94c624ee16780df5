-- Codes are for machines; people look for a template by its name.
alter table messages.template add column name text;
alter table messages.template add constraint template_name_told check (name <> '');
comment on column messages.template.name is 'What people call it; absent until somebody gives it a name.';
