package org.guildhall.members.registry;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.MemberRefusal.NotFound;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One intended change of one record: which act, which paths it may touch, the values wanted given the present state (a null
 * node clears; a refusal thrown refuses the row), and the circumstances.
 */
record Edit(MemberId id, String act, Set<String> touches, Intent intent, Terms terms) {

    /** The same for members within a further scope alone; others are not found. */
    Edit within(Scope scope) {
        return new Edit(
                id,
                act,
                touches,
                state -> {
                    if (!Scopes.includes(scope, state.homeUnit(), state.adviser())) {
                        throw Refusal.of(new NotFound(id.toString()));
                    }
                    return intent.wanted(state);
                },
                terms);
    }

    /** Says which values are wanted; sees the present state with its document open if the edit touches it. */
    @FunctionalInterface
    interface Intent {
        /** The wanted values by path. */
        Map<String, JsonNode> wanted(MemberState state);
    }

    /** The batch it belongs to, the act it undoes, the reason, from when it is true, and whether a mobile is shared. */
    record Terms(
            @Nullable UUID batch,
            @Nullable UUID undoes,
            @Nullable String reason,
            @Nullable LocalDate effectiveOn,
            boolean shareMobile) {

        /** From today, for this reason. */
        static Terms because(@Nullable String reason) {
            return new Terms(null, null, reason, null, false);
        }

        /** From today, as part of a batch. */
        static Terms of(@Nullable UUID batch, @Nullable String reason) {
            return new Terms(batch, null, reason, null, false);
        }
    }
}
