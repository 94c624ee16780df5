package org.guildhall.checkout.pricing;

/** One way in which a basket becomes cheaper or is paid beforehand; a new way joins this list and the policy's order. */
sealed interface Deducting permits TierDiscounts, BenefitDiscounts, CouponsShown, PointsForMoney, StoredValueFirst {

    /** What it takes of what is left to pay, and why. */
    Taken take(Till till);
}
