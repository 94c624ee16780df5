package org.guildhall.messages.proofs;

import static org.guildhall.jooq.messages.Tables.MESSAGE;

import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.messages.Channel;
import org.guildhall.messages.MessageState;
import org.guildhall.messages.Purpose;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What advertising was sent, by which record of consent. */
@Component
class MessageLawStore {

    private final DSLContext sql;

    MessageLawStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Advertising that went out. */
    record Advertised(
            UUID message, MemberId member, @Nullable UUID consent, Channel channel, java.time.Instant at) {}

    List<Advertised> advertised(UUID after, int limit) {
        return sql.selectFrom(MESSAGE)
                .where(MESSAGE.STATE.eq(MessageState.SENT.code()))
                .and(MESSAGE.PURPOSE.eq(Purpose.MARKETING.code()))
                .and(MESSAGE.MESSAGE_ID.gt(after))
                .orderBy(MESSAGE.MESSAGE_ID)
                .limit(limit)
                .fetch(row -> new Advertised(
                        row.getMessageId(),
                        new MemberId(row.getMemberId()),
                        row.getConsentId(),
                        Channel.of(row.getChannel()),
                        row.getClosedAt().toInstant()));
    }
}
