package org.guildhall.loyalty.preview;

import java.util.UUID;
import java.util.function.Consumer;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.loyalty.purchases.Histories;
import org.guildhall.loyalty.replay.MemberHistory;
import org.guildhall.loyalty.replay.RuleBooks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands the history of every member to whoever wants to see it, a few thousand at a time, so that memory stays bounded. */
@Component
class AllMembers {

    private static final int CHUNK = 2_000;

    private final Histories histories;
    private final RuleBooks books;
    private final BusinessTime time;

    AllMembers(Histories histories, RuleBooks books, BusinessTime time) {
        this.histories = histories;
        this.books = books;
        this.time = time;
    }

    RuleBooks books() {
        return books;
    }

    BusinessTime time() {
        return time;
    }

    /** Everybody's history, with lines if either rule book looks at them. */
    @Transactional(readOnly = true)
    public void forEach(boolean withLines, Consumer<MemberHistory> visitor) {
        var after = new UUID(0, 0);
        for (var chunk = histories.members(after, CHUNK); !chunk.isEmpty(); chunk = histories.members(after, CHUNK)) {
            histories.of(chunk, withLines).values().forEach(visitor);
            after = chunk.getLast().value();
        }
    }
}
