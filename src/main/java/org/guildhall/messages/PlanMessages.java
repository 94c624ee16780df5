package org.guildhall.messages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Plans messages of one template, for its reason.
 *
 * @param rule the rule by which they are sent, if there is one
 */
public record PlanMessages(String template, Explanation.@Nullable Source rule, List<Wish> wishes) {

    /** Copies. */
    public PlanMessages {
        wishes = List.copyOf(wishes);
    }

    /** Plans messages that no rule asked for. */
    public static PlanMessages of(String template, List<Wish> wishes) {
        return new PlanMessages(template, null, wishes);
    }

    /**
     * One member's message.
     *
     * @param period with member and reason, what makes it the only one of its kind
     * @param facts values of the reason's variables; nothing personal
     * @param validUntil from when on it is too late to send it
     * @param notBefore when it is to go out; at once if absent
     */
    public record Wish(
            MemberId member,
            String period,
            Map<String, Object> facts,
            @Nullable Instant validUntil,
            @Nullable Instant notBefore) {

        /** One to go out at once. */
        public Wish(MemberId member, String period, Map<String, Object> facts, @Nullable Instant validUntil) {
            this(member, period, facts, validUntil, null);
        }

        /** Copies. */
        public Wish {
            facts = Map.copyOf(facts);
        }
    }
}
