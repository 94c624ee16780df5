alter table approvals.decision add column position bigint generated always as identity;
create unique index decision_in_order on approvals.decision (request_id, position);
drop index approvals.decision_by_request;
comment on column approvals.decision.position is 'Order in which it was said; words on a request come one at a time';
