package org.guildhall.benefits;

import java.time.Instant;
import java.util.function.BiFunction;

/** What became of benefits when the company came here already; entered once, by the machine. */
public interface FoundingBenefits {

    /**
     * Lets acts happen as of an earlier instant. Only a {@link org.guildhall.kernel.Actor.Machine} may; anybody else acts now.
     */
    <T> T asOf(Instant at, BiFunction<Benefits, BenefitGrants, T> acts);
}
