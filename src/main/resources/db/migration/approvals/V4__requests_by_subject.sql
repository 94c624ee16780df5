create index request_by_subject on approvals.request (subject_id, request_id desc);
