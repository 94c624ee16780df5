package org.guildhall.ledger;

import io.swagger.v3.oas.annotations.media.Schema;
import org.guildhall.kernel.MemberId;

/**
 * What a run gave to a member.
 *
 * @param missing how much of it could not be taken back now
 */
@Schema(name = "RunGrant")
public record RunGrant(MemberId member, long amount, long missing) {}
