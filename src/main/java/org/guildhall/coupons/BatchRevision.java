package org.guildhall.coupons;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Terms a batch has or had, and how many coupons were issued under them. */
@Schema(name = "CouponBatchRevision")
public record BatchRevision(int revision, BatchDetails details, long issued, Instant recordedAt, String actor) {}
