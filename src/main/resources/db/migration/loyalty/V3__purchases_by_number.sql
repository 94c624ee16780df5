-- A clerk with a receipt in hand finds the purchase by how its number begins.
create index purchase_number_idx on loyalty.purchase (number text_pattern_ops);
