package org.guildhall.coupons;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/**
 * What came of an issue.
 *
 * @param coupons the first of them, at most a page
 */
public record IssuedCoupons(UUID id, int wanted, int issued, List<CouponView> coupons, List<Refused> refused) {

    /** Who received none: the place in the list from 1, and why. */
    @Schema(name = "CouponNotIssued")
    public record Refused(int place, String who, String code) {}
}
