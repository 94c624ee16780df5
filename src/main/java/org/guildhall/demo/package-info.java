/**
 * The demo company: one story told from a seed and the business date, made only through the other modules' façades, so that
 * a newcomer sees a living programme within a minute. Nothing depends on it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "policies",
            "insights",
            "ledger",
            "members",
            "members::lists",
            "members::consents",
            "loyalty",
            "messages",
            "mall",
            "prepaid",
            "coupons",
            "benefits",
            "lottery",
            "cashback",
            "sessioncards",
            "checkout",
            "adjustments",
            "approvals",
            "finance",
            "intake"
        })
package org.guildhall.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
