alter table benefits.use add column checkout_id uuid;
comment on column benefits.use.checkout_id is 'The purchase it was taken off; absent where it was used by itself.';
comment on column benefits.use.kind is
  'discount, purchase-discount, birthday-gift, free-service, priority, lounge or training-place.';
alter table benefits.use add constraint use_of_purchase
  check ((checkout_id is not null) = (kind = 'purchase-discount'));
create unique index use_of_checkout_once on benefits.use (checkout_id) where checkout_id is not null;
