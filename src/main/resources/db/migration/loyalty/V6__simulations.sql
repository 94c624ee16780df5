create table loyalty.simulation (
    simulation_id uuid not null,
    policy text not null,
    draft_id uuid not null,
    revision integer not null,
    content text not null,
    body jsonb not null,
    first_day date not null,
    last_day date not null,
    worth jsonb,
    job_id uuid not null,
    open boolean not null,
    asked_by text not null,
    asked_by_name text not null,
    asked_at timestamptz not null,
    recorded_until timestamptz,
    finished_at timestamptz,
    millis bigint,
    totals jsonb,
    result jsonb,
    constraint simulation_pk primary key (simulation_id),
    constraint simulation_period check (first_day <= last_day),
    constraint simulation_whole check (
        num_nulls(recorded_until, finished_at, millis, totals, result) in (0, 5)
    ),
    constraint simulation_closed check (finished_at is null or not open)
);
create unique index simulation_open_uq on loyalty.simulation (policy) where open;
create index simulation_policy_idx on loyalty.simulation (policy, simulation_id);
create index simulation_content_idx on loyalty.simulation (policy, content, simulation_id);
comment on table loyalty.simulation is 'Replays of everybody under a draft, with what they came to; kept as the draft''s reason.';
comment on column loyalty.simulation.simulation_id is 'Identifier, in order of time.';
comment on column loyalty.simulation.policy is 'Kind of the policy.';
comment on column loyalty.simulation.draft_id is 'The draft.';
comment on column loyalty.simulation.revision is 'The draft''s revision.';
comment on column loyalty.simulation.content is 'Fingerprint of the draft''s content: it finds the draft, and later the version, that says the same.';
comment on column loyalty.simulation.body is 'The draft''s content.';
comment on column loyalty.simulation.first_day is 'First day compared.';
comment on column loyalty.simulation.last_day is 'Last day compared.';
comment on column loyalty.simulation.worth is 'What points were taken to be worth, and who says so; none when unknown.';
comment on column loyalty.simulation.job_id is 'The job that does it.';
comment on column loyalty.simulation.open is 'Whether it may still be at work; one of a kind at a time.';
comment on column loyalty.simulation.asked_by is 'Reference of the actor.';
comment on column loyalty.simulation.asked_by_name is 'The actor''s name.';
comment on column loyalty.simulation.asked_at is 'When it was asked for.';
comment on column loyalty.simulation.recorded_until is 'Facts recorded later were not looked at.';
comment on column loyalty.simulation.finished_at is 'When it was done.';
comment on column loyalty.simulation.millis is 'How long the replay took.';
comment on column loyalty.simulation.totals is 'Everybody together.';
comment on column loyalty.simulation.result is 'Everything it came to.';
