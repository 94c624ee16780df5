/**
 * Session cards 计次卡 and bookings 预约: sessions of services paid beforehand, and the time, staff and place they take.
 *
 * <p>Promises: what was sold is used, kept for a booking, given back or left, never more and never twice, however many counters
 * try at once; each change is a fact that stays. The price is split over the sessions to the fen, so that every refund tells how
 * it was calculated, by which article. No staff member, place or member is booked twice for the same time. What a late
 * cancellation or a no-show costs is a versioned policy; what the law forbids about prepaid cards is refused with its source.
 * What is paid for a card and paid back is told to the counter, whose day adds it up.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "access", "policies", "ledger", "members", "prepaid"})
package org.guildhall.sessioncards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
