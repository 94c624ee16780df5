package org.guildhall.loyalty.tiers;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Which tier rules hold on which day, when they change next, and in which zone days are counted. */
public interface TierCalendar {

    /** The rules on a day. */
    TierRules tiersOn(LocalDate day);

    /** The first day after the given one on which a newer version comes into force. */
    @Nullable
    LocalDate nextTiersAfter(LocalDate day);

    /** The company's zone. */
    ZoneId zone();
}
