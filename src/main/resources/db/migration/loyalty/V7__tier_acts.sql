-- One key gives one tier, whoever is named the second time.
create table loyalty.tier_act (
    act_id uuid not null,
    content text not null,
    constraint tier_act_pk primary key (act_id)
);
comment on table loyalty.tier_act is 'What each key of a tier given by hand stands for, over all members.';
comment on column loyalty.tier_act.act_id is 'Identifier of the grant, derived from the key of its cause.';
comment on column loyalty.tier_act.content is 'Digest of what was asked: member, tier, last day and reason.';
