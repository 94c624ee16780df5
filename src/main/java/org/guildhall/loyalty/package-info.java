/**
 * Purchases and returns become points, growth value and tiers, exactly as the policies in force on their day say.
 *
 * <p>The module promises that the order in which facts arrive does not matter: one pure function replays a member's facts
 * under the policies' timelines, and what the ledger has booked is brought to what the function says. The same function
 * answers "why", "what is missing" and "what would a draft change".
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "platform", "access", "policies", "insights", "ledger", "members", "messages"})
package org.guildhall.loyalty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
