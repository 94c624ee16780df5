create schema if not exists members;

create sequence members.number_seq;

create table members.member (
  member_id            uuid        not null,
  kind                 text        not null,
  status               text        not null,
  number               text        collate "C" not null,
  version              int         not null,
  name                 text,
  name_key             text        collate "C" not null,
  pinyin               text        collate "C" not null,
  initials             text        collate "C" not null,
  gender               text,
  birth_calendar       text,
  birth_year           int,
  birth_month          int,
  birth_day            int,
  birth_leap           boolean,
  mobile               text        collate "C",
  email                text        collate "C",
  region_code          text,
  address_line         text,
  postcode             text,
  document_kind        text,
  document_sealed      bytea,
  organisation         jsonb,
  preferences          jsonb,
  delivery_addresses   jsonb,
  attributes           jsonb       not null default '{}',
  home_unit            uuid,
  adviser              uuid,
  joined_on            date        not null,
  contact_confirmed_on date,
  registered_at        timestamptz not null,
  erased_at            timestamptz,
  annulled             boolean     not null default false,
  constraint member_pk primary key (member_id),
  constraint member_kind_known check (kind in ('PERSON', 'ORGANISATION')),
  constraint member_status_known check (status in
    ('APPLICANT', 'ACTIVE', 'SUSPENDED', 'EXPIRED', 'WITHDRAWN', 'TERMINATED', 'MERGED')),
  constraint member_document_whole check ((document_kind is null) = (document_sealed is null)),
  constraint member_birthday_whole check
    ((birth_month is null) = (birth_day is null) and (birth_month is null) = (birth_calendar is null)),
  constraint member_erased_is_empty check (erased_at is null or
    (name is null and mobile is null and email is null and document_sealed is null and address_line is null))
);
comment on table members.member is 'Members as they are now; what they were is in member_change';
comment on column members.member.member_id is 'Identifier, UUIDv7';
comment on column members.member.kind is 'PERSON or ORGANISATION';
comment on column members.member.status is 'Where the member stands in the life cycle';
comment on column members.member.number is 'Member number, unique through identity';
comment on column members.member.version is 'Counts changes, for optimistic locking';
comment on column members.member.name is 'Name or legal name; absent for stubs';
comment on column members.member.name_key is 'Name in lower case without spaces and dots, for search; empty if none';
comment on column members.member.pinyin is 'Pinyin of the name without tones and spaces; empty if none';
comment on column members.member.initials is 'First letters of the pinyin; empty if none';
comment on column members.member.gender is 'FEMALE, MALE or OTHER';
comment on column members.member.birth_calendar is 'SOLAR or LUNAR: the calendar the birthday is kept by';
comment on column members.member.birth_year is 'Year of birth in that calendar, if known';
comment on column members.member.birth_month is 'Month of the birthday in that calendar';
comment on column members.member.birth_day is 'Day of the birthday in that calendar';
comment on column members.member.birth_leap is 'Whether the lunar month was a leap month';
comment on column members.member.mobile is 'Mobile in E.164';
comment on column members.member.email is 'E-mail address';
comment on column members.member.region_code is 'GB/T 2260 code of the region';
comment on column members.member.address_line is 'Rest of the address';
comment on column members.member.postcode is 'Post code';
comment on column members.member.document_kind is 'What sort of identity document';
comment on column members.member.document_sealed is 'Document number, sealed under the member''s key';
comment on column members.member.organisation is 'Credit code, industry, size, representatives, contacts';
comment on column members.member.preferences is 'How the member likes to be served';
comment on column members.member.delivery_addresses is 'Where parcels go';
comment on column members.member.attributes is 'Custom attributes by their code';
comment on column members.member.home_unit is 'Home store (access.unit)';
comment on column members.member.adviser is 'Staff member who looks after the member';
comment on column members.member.joined_on is 'Day of joining';
comment on column members.member.contact_confirmed_on is 'Day on which mobile and addresses were last confirmed';
comment on column members.member.registered_at is 'When the record was made';
comment on column members.member.erased_at is 'When the personal values were erased';
comment on column members.member.annulled is 'Entered in error and undone; kept for history, in no list';

create index member_by_name on members.member (name_key, member_id) include (home_unit, adviser)
  where name_key <> '' and not annulled;
create index member_by_name_from_2 on members.member (substr(name_key, 2), member_id) include (home_unit, adviser)
  where length(name_key) between 2 and 20 and not annulled;
create index member_by_name_from_3 on members.member (substr(name_key, 3), member_id) include (home_unit, adviser)
  where length(name_key) between 3 and 20 and not annulled;
create index member_by_pinyin on members.member (pinyin, member_id) include (home_unit, adviser) where not annulled;
create index member_by_initials on members.member (initials, member_id) include (home_unit, adviser)
  where initials <> '' and not annulled;
create index member_by_mobile on members.member (mobile, member_id) where mobile is not null and not annulled;
create index member_by_mobile_end on members.member (right(mobile, 4), member_id) include (home_unit, adviser)
  where mobile is not null and not annulled;
create index member_by_email on members.member (email, member_id) where email is not null and not annulled;
create index member_by_number on members.member (number, member_id) include (home_unit, adviser) where not annulled;
create index member_by_joining on members.member (joined_on, member_id) where not annulled;
create index member_by_home on members.member (home_unit, member_id) where not annulled;
create index member_by_adviser on members.member (adviser, member_id) where adviser is not null and not annulled;

create table members.identity (
  kind      text  not null,
  key       bytea not null,
  slot      int   not null default 0,
  member_id uuid  not null,
  constraint identity_once primary key (kind, key, slot),
  constraint identity_kind_known check (kind in ('NUMBER', 'MOBILE', 'DOCUMENT', 'CREDIT_CODE', 'EXTERNAL')),
  constraint identity_shared_mobile_only check (slot = 0 or kind = 'MOBILE')
);
create index identity_by_member on members.identity (member_id, kind);
comment on table members.identity is 'What must be unique over all members; the one table that is not distributed by member';
comment on column members.identity.kind is 'What sort of identity';
comment on column members.identity.key is 'Keyed hash of the value, or the value itself where it is not personal';
comment on column members.identity.slot is '0 for the holder; higher for household members who share the mobile';
comment on column members.identity.member_id is 'Who holds it';

create table members.member_change (
  member_id    uuid        not null,
  change_id    uuid        not null,
  act          text        not null,
  version      int         not null,
  batch_id     uuid,
  undoes       uuid,
  effective_on date        not null,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  reason       text,
  paths        text[]      not null default '{}',
  plain        jsonb       not null default '{}',
  sealed       bytea,
  constraint member_change_pk primary key (member_id, change_id),
  constraint member_change_undone_once unique (member_id, undoes)
);
create index member_change_by_time on members.member_change (member_id, occurred_at desc, change_id desc);
create index member_change_by_batch on members.member_change (batch_id, change_id) where batch_id is not null;
comment on table members.member_change is 'Every act on a member''s record; never rewritten';
comment on column members.member_change.member_id is 'Whose record';
comment on column members.member_change.change_id is 'Identifier, UUIDv7';
comment on column members.member_change.act is 'registered, updated, transitioned, assigned, tagged, revealed, consented, undone, annulled, erased';
comment on column members.member_change.version is 'Version of the record after the act';
comment on column members.member_change.batch_id is 'The batch that made it and can be undone as one';
comment on column members.member_change.undoes is 'The change that this one is the counter-act of';
comment on column members.member_change.effective_on is 'From when it is true';
comment on column members.member_change.occurred_at is 'The instant of that: now, or the start of the day it is true from';
comment on column members.member_change.recorded_at is 'When it was learnt';
comment on column members.member_change.actor is 'Reference of who did it';
comment on column members.member_change.reason is 'Why';
comment on column members.member_change.paths is 'The values concerned';
comment on column members.member_change.plain is 'Non-personal values before and after, by path: [before, after]';
comment on column members.member_change.sealed is 'Personal values before and after, by path, sealed under the member''s key';

create function members.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'member_change is never rewritten';
end
$$;
create trigger member_change_append_only before update or delete on members.member_change
  for each row execute function members.refuse_rewriting();

create table members.tag (
  tag         text        not null,
  colour      text        not null default 'grey',
  description text,
  retired     boolean     not null default false,
  created_at  timestamptz not null,
  constraint tag_pk primary key (tag),
  constraint tag_short check (length(tag) between 1 and 30)
);
comment on table members.tag is 'The tags in use';
comment on column members.tag.tag is 'The tag itself';
comment on column members.tag.colour is 'Name of its colour';
comment on column members.tag.description is 'When to use it';
comment on column members.tag.retired is 'No longer offered';
comment on column members.tag.created_at is 'Since when';

create table members.member_tag (
  member_id uuid not null,
  tag       text not null,
  constraint member_tag_pk primary key (member_id, tag),
  constraint member_tag_known foreign key (tag) references members.tag (tag)
);
create index member_tag_by_tag on members.member_tag (tag, member_id);
comment on table members.member_tag is 'Who wears which tag; since when is in member_change';
comment on column members.member_tag.member_id is 'The member';
comment on column members.member_tag.tag is 'The tag';

create table members.attribute (
  code       text    not null,
  type       text    not null,
  label      jsonb   not null,
  choices    text[]  not null default '{}',
  minimum    numeric,
  maximum    numeric,
  personal   boolean not null default true,
  position   int     not null default 0,
  retired    boolean not null default false,
  constraint attribute_pk primary key (code),
  constraint attribute_type_known check (type in ('TEXT', 'NUMBER', 'DATE', 'BOOLEAN', 'CHOICE'))
);
comment on table members.attribute is 'Custom attributes as an administrator defined them';
comment on column members.attribute.code is 'Stable name';
comment on column members.attribute.type is 'TEXT, NUMBER, DATE, BOOLEAN or CHOICE';
comment on column members.attribute.label is 'Label by language';
comment on column members.attribute.choices is 'The choices of a CHOICE';
comment on column members.attribute.minimum is 'Smallest number, or shortest text';
comment on column members.attribute.maximum is 'Largest number, or longest text';
comment on column members.attribute.personal is 'Whether it is masked like a personal value';
comment on column members.attribute.position is 'Order on the screen';
comment on column members.attribute.retired is 'No longer asked for';

create table members.consent (
  member_id   uuid        not null,
  consent_id  uuid        not null,
  purpose     text        not null,
  channel     text        not null,
  granted     boolean     not null,
  version     text        not null,
  evidence    text        not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  constraint consent_pk primary key (member_id, consent_id)
);
comment on table members.consent is 'What members agreed to or withdrew, never rewritten; the latest by time of occurrence holds';
comment on column members.consent.member_id is 'Who';
comment on column members.consent.consent_id is 'Identifier, UUIDv7';
comment on column members.consent.purpose is 'What for';
comment on column members.consent.channel is 'By which channel';
comment on column members.consent.granted is 'Given, or withdrawn';
comment on column members.consent.version is 'Version of the text shown';
comment on column members.consent.evidence is 'How it is proven: form, recording, screen';
comment on column members.consent.occurred_at is 'When the member said so';
comment on column members.consent.recorded_at is 'When it was entered';
comment on column members.consent.actor is 'Reference of who entered it';
create trigger consent_append_only before update or delete on members.consent
  for each row execute function members.refuse_rewriting();

create table members.saved_view (
  view_id    uuid        not null,
  owner      text        not null,
  name       text        not null,
  shared     boolean     not null,
  query      jsonb       not null,
  version    int         not null,
  created_at timestamptz not null,
  constraint saved_view_pk primary key (view_id),
  constraint saved_view_name_once unique (owner, name)
);
comment on table members.saved_view is 'Member lists that staff keep';
comment on column members.saved_view.view_id is 'Identifier, UUIDv7';
comment on column members.saved_view.owner is 'Reference of the actor who keeps it';
comment on column members.saved_view.name is 'Its name';
comment on column members.saved_view.shared is 'Whether everybody may use it';
comment on column members.saved_view.query is 'Text, conditions, order and columns';
comment on column members.saved_view.version is 'Counts changes';
comment on column members.saved_view.created_at is 'Since when';
