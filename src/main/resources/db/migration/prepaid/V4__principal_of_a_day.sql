-- What was taken in advance by a day is added up at each top-up that could reach the cap.
create index movement_principal_by_day on prepaid.movement (occurred_on) include (principal);
