/**
 * The member registry: who the members are, which state each is in, what was changed when and by whom, what they agreed to,
 * and how to find any of a million of them at once. Personal values in history are sealed under the member's key, so that
 * erasing a person leaves every list, ledger and chain intact.
 *
 * <p>Modules that keep data about members join in through {@link org.guildhall.members.Participant} (timeline, erasure) and
 * {@link org.guildhall.members.MemberColumn} (columns, filters and sort keys of the member list).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "platform", "access", "policies", "approvals", "insights", "ledger", "messages"
        })
package org.guildhall.members;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
