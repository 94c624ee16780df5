package org.guildhall.benefits;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.guildhall.kernel.MemberId;

/** A code that is good now: whose it is, and what it is for. */
@Schema(name = "CheckedBenefitCode")
public record CheckedCode(String code, MemberId member, Instant expiresAt, EntitlementView entitlement) {}
