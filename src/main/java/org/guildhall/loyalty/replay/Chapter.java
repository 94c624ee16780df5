package org.guildhall.loyalty.replay;

import java.time.LocalDate;
import org.guildhall.loyalty.earning.EarningRules;
import org.guildhall.loyalty.expiry.ExpiryPolicy;
import org.guildhall.loyalty.occasions.OccasionsPolicy;
import org.guildhall.loyalty.returns.ReturnsPolicy;
import org.guildhall.loyalty.tiers.TierRules;
import org.guildhall.policies.InForce;

/** All loyalty rules in force from one day until the next chapter. */
public record Chapter(
        LocalDate from,
        EarningRules earning,
        TierRules tiers,
        InForce<ExpiryPolicy> expiry,
        InForce<ReturnsPolicy> returns,
        InForce<OccasionsPolicy> occasions) {}
