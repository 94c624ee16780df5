create index request_by_member on approvals.request (member_id, requested_at desc, request_id desc) where member_id is not null;
