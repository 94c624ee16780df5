package org.guildhall.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.guildhall.kernel.MemberId;

/**
 * What undoing a run would give back, and whom it meets who went on since.
 *
 * @param items lots or tiers
 * @param amount in the smallest unit of the run's subject
 */
public record RunPreview(long members, long items, long amount, List<Dependant> dependants) {

    /** Members who went on since in one way, and the first of them. */
    @Schema(name = "RunDependant")
    public record Dependant(Since since, long count, List<MemberId> first) {}

    /** How a member went on. */
    @Schema(enumAsRef = true, name = "RunSince")
    public enum Since {
        /** Spent some of the asset. */
        @JsonProperty("spent")
        SPENT,
        /** Had more of it expire. */
        @JsonProperty("expired")
        EXPIRED,
        /** Has some of these lots back already; those are left as they are. */
        @JsonProperty("given-back")
        GIVEN_BACK,
        /** Owes; the debt is paid from what comes back. */
        @JsonProperty("owing")
        OWING,
        /** Bought or returned something, which is counted anew on the tier that comes back. */
        @JsonProperty("bought")
        BOUGHT,
        /** Was reviewed again; that later review stands and the member is left out. */
        @JsonProperty("reviewed")
        REVIEWED,
        /** Had a tier by hand that ended; it stays ended. */
        @JsonProperty("grant-ended")
        GRANT_ENDED
    }
}
